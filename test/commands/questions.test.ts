import { questions } from "../../src/commands/registry.ts";
import type { Comment } from "../../src/domain/snapshot.ts";
import { instant } from "../../src/kernel/instant.ts";
import { smallConstitution } from "../support/constitution.ts";
import { aClassifier, planFor, recorded } from "../support/planning.ts";
import { aComment, aPerson } from "../support/snapshot.ts";

const ids: Readonly<Record<string, number>> = { asta: 1001, Juno: 1004, noor: 1006, somebody: 3008 };
/** Lead Maintainers may sponsor here, so that the lead of the group stays free to lead. */
const constitution = smallConstitution().edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }");

const said = (id: number, login: string, body: string): Comment => aComment(id, body, aPerson(login, ids[login] ?? null));

/** What was said before, by the phrase that examples use. */
const places: Readonly<Record<string, readonly Comment[]>> = {
  "a new proposal": [],
  "consensus is open": [
    said(1, "asta", "/sponsor"),
    said(2, "asta", "/ready"),
    said(3, "Juno", "/propose accept"),
    said(4, "noor", "/block The unit of the note is not said; name one"),
  ],
};
const actors: Readonly<Record<string, string>> = { "by a stranger": "somebody", "by a voting member": "noor" };

function ask(situation: string, text: string) {
  const [place = "", actor = ""] = situation.split(", ");
  const before = places[place];
  const login = actors[actor];
  if (!before || !login) throw new Error(`No test knows the situation "${situation}": add it to questions.test.ts`);
  const passing = { constitution, classifier: aClassifier("forecasts"), now: instant("2026-11-23T09:01:00Z") };
  const seen = { pullRequest: { conversation: [...before, said(9, login, text)] } };
  const decided = planFor({ ...passing, seen });
  // As a pass does: what is shown is planned from what is recorded.
  const { effects } = planFor({ ...passing, seen, ledger: recorded([], decided) });
  const reply = effects.flatMap((effect) => (effect.kind === "create-comment" && effect.key === "comment/9" ? [effect.body] : []));
  return { reply: reply.join(), caused: decided.events.filter(({ source }) => source.startsWith("comment/9")) };
}

describe("examples of questions are answered as they say", () => {
  const examples = questions.flatMap(({ examples: given }) => given);

  test.each(examples)("$text, $situation: $outcome", ({ situation, text, outcome }) => {
    expect(outcome).not.toBe("");
    expect(ask(situation, text).reply).toContain(outcome);
  });

  test.each(examples)("$text, $situation, changes nothing", ({ situation, text }) => {
    expect(ask(situation, text).caused.map(({ fact }) => fact.type)).toEqual(["act-answered"]);
  });
});
