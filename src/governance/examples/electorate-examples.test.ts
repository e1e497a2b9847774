import { describe, expect, it } from "@jest/globals";
import { countOrganisations } from "../organisations.ts";
import { type ElectorateExample, exampleTopics } from "./electorate-example.ts";
import { electorateExamples } from "./electorate-examples.ts";

const rows = electorateExamples.map((example) => [`${example.about}: ${example.situation}`, example] as const);

/** Counted on the fingers, apart from what decides. */
function count(example: ElectorateExample): ElectorateExample["result"] {
  const { rules, procedure, voters, authors, sponsor, recused, acts } = example;
  const seated = voters.filter(
    ({ login, isPinned }) => isPinned && !recused.includes(login) && !(rules["act-on-own"] === "recused" && authors.includes(login)),
  );
  const latest = new Map<string, string>();
  for (const { by, says } of acts) {
    const person = seated.find(({ login, otherAccount }) => login === by || otherAccount === by);
    if (person) latest.set(person.login, says);
  }
  const electorate = seated.map(({ login }) => login).toSorted();
  const who = (side: string) => electorate.filter((login) => latest.get(login) === side);
  if (procedure.kind === "lazy-consensus") {
    const own = [...(procedure.consents.excluding.includes("author") ? authors : []), sponsor];
    const yes = who("yes").filter((login) => !own.includes(login));
    const people = seated.flatMap(({ login, organisation }) => (yes.includes(login) ? [{ id: login, affiliation: organisation }] : []));
    const isEnough = yes.length >= procedure.consents.needed && countOrganisations(people) >= procedure.consents.organisations;
    return { electorate, yes, no: [], abstain: [], outcome: isEnough ? "carried" : "open" };
  }
  if (procedure.kind !== "vote") throw new Error("no example is about an approval");
  const [yes, no, abstain] = [who("yes"), who("no"), who("abstain")];
  const ballots = { electorate, yes, no, abstain };
  const part = yes.length + no.length + (procedure.abstain === "counts-for-quorum" ? abstain.length : 0);
  const missing = rules.away === "leaves-quorum" ? seated.filter(({ login, isAway }) => isAway && !latest.has(login)) : [];
  if (part < procedure.quorum * (seated.length - missing.length)) return { ...ballots, outcome: "no-quorum" };
  const half = seated.length / 2;
  const carries = procedure.threshold === "majority" ? yes.length > no.length : yes.length > half;
  if (carries) return { ...ballots, outcome: "carried" };
  if (procedure["not-passed"] === "escalate") return { ...ballots, outcome: "not-passed" };
  return { ...ballots, outcome: no.length > half ? "rejected" : "returned" };
}

describe("worked examples of whose act counts", () => {
  it.each(rows)("%s", (_, example) => {
    expect(count(example)).toEqual(example.result);
  });

  it.each(rows)("only people of the example act in it: %s", (_, { voters, acts, recused }) => {
    const accounts = voters.flatMap(({ login, otherAccount }) => [login, ...(otherAccount === null ? [] : [otherAccount])]);

    expect(acts.filter(({ by }) => !accounts.includes(by))).toEqual([]);
    expect(recused.filter((login) => !accounts.includes(login))).toEqual([]);
  });

  it("there is one for every rule, and no case twice", () => {
    expect([...new Set(electorateExamples.map(({ about }) => about))]).toEqual([...exampleTopics]);
    expect(new Set(rows.map(([title]) => title)).size).toBe(rows.length);
  });
});
