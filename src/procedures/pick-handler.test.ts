import { describe, expect, test } from "@jest/globals";
import { smallConstitution } from "../../test/support/constitution.ts";
import type { Governance, Person } from "../governance/index.ts";
import { type HandlerInput, pickHandler } from "./pick-handler.ts";

// Core: asta of Hexa Labs, bo-okafor of Orbit, cleo of Tern Works. The group: juno of Hexa Labs, noor of Orbit, ravi on his own.
const governance = smallConstitution().governance();

function withPerson(id: string, changes: Partial<Person>, base: Governance = governance): Governance {
  const person = base.people.get(id);
  if (!person) throw new Error(`The small constitution has nobody called ${id}.`);
  return { ...base, people: new Map(base.people).set(id, { ...person, ...changes }) };
}

const today = "2026-11-23";
const holiday = (from: string, until: string) => withPerson("asta", { away: [{ from, until }] });

interface Row {
  readonly rule: string;
  readonly given: Partial<HandlerInput>;
  readonly handler: string | null;
}

const rows: readonly Row[] = [
  { rule: "of equals the first by login", given: {}, handler: "asta" },
  {
    rule: "who has the fewest open escalations",
    given: {
      load: new Map([
        ["asta", 2],
        ["bo-okafor", 1],
      ]),
    },
    handler: "cleo",
  },
  { rule: "never a party", given: { parties: ["asta"] }, handler: "bo-okafor" },
  { rule: "nobody of a party's organisation, by whatever name it goes", given: { parties: ["juno"] }, handler: "bo-okafor" },
  { rule: "nobody of any party's organisation", given: { parties: ["juno", "noor"] }, handler: "cleo" },
  { rule: "an independent party shares with nobody", given: { parties: ["ravi"] }, handler: "asta" },
  { rule: "an unlisted party shares with nobody whose organisation is known", given: { parties: ["account:2001"] }, handler: "asta" },
  {
    rule: "an unlisted party may share with a member who states none",
    given: { parties: ["account:2001"], governance: withPerson("asta", { affiliation: null }) },
    handler: "bo-okafor",
  },
  { rule: "nobody who recused themselves", given: { recused: ["asta", "bo-okafor"] }, handler: "cleo" },
  { rule: "nobody who is away on its first day", given: { governance: holiday(today, "2026-12-01") }, handler: "bo-okafor" },
  { rule: "nobody who is away on its last day", given: { governance: holiday("2026-11-01", today) }, handler: "bo-okafor" },
  { rule: "who is back", given: { governance: holiday("2026-11-01", "2026-11-22") }, handler: "asta" },
  {
    rule: "nobody without a pinned account",
    given: { governance: withPerson("asta", { accounts: [{ login: "asta", id: null }] }) },
    handler: "bo-okafor",
  },
  { rule: "nobody, where nobody fits", given: { parties: ["juno", "noor", "cleo"] }, handler: null },
];

describe("the handler of an escalation (E2)", () => {
  test.each(rows)("$rule", ({ given, handler }) => {
    const picked = pickHandler({ governance, parties: [], recused: [], load: new Map(), today, ...given });

    expect(picked?.login ?? null).toBe(handler);
  });
});
