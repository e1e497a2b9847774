import type { ProposalFacts } from "../../../src/commands/command.ts";
import type { LedgerFact } from "../../../src/domain/ledger-event.ts";
import type { ProposalRecord } from "../../../src/domain/proposal-record.ts";
import { aCoreRoute, headDigest } from "../../support/command-context.ts";
import { aConsensus, aJudgement } from "../../support/command-situations.ts";
import { aCoreVote, attested, ballot, late } from "./standing.ts";

/** What the first column of a table names: a comment by somebody, or something that nobody writes. */
export interface TableEvent {
  readonly text?: string;
  readonly by?: string;
  /** Found on GitHub when the pass looks: a push. */
  readonly found?: LedgerFact;
  /** The same, of the text that was accepted. */
  readonly pushesBack?: true;
  readonly facts?: Partial<ProposalFacts>;
  /** What stands besides when it happens, whether or not it belongs there. */
  readonly record?: Partial<ProposalRecord>;
  /** Instead of the moment at which the proposal stands so. */
  readonly at?: string;
}

/** By what the tables call them. The people are those of the small constitution; each table's states fit them. */
const people: Readonly<Record<string, string>> = {
  "the author": "mira",
  "a stranger": "somebody",
  "the sponsor": "cleo",
  "somebody who may sponsor": "Juno",
  "a lead": "Juno",
  "a voting member": "noor",
  "another voting member": "ravi",
  "a Core Maintainer": "bo-okafor",
  "the handler": "bo-okafor",
  "another Core Maintainer": "asta",
  "a Core Maintainer who took part": "asta",
  "a Lead Maintainer": "asta",
  "a recorder": "asta",
  "a lead of the other group": "bo-okafor",
  "a voting member of the other group": "asta",
  "whoever entered it": "bo-okafor",
  "somebody listed": "asta",
  "somebody else listed": "cleo",
};

export const pushOf = (digest: string, headSha: string, change: "editorial" | "normative"): Pick<TableEvent, "found" | "facts"> => ({
  found: { type: "text-read", headSha, digest, proposal: digest, files: [], change, passages: [] },
  facts: { digest, headSha },
});

const otherText = "e".repeat(64);
const links = "https://example.org/demo";

/** What nobody writes. */
const happenings: Readonly<Record<string, TableEvent>> = {
  "an editorial push": pushOf(headDigest, "b".repeat(40), "editorial"),
  "a normative push": pushOf(otherText, "b".repeat(40), "normative"),
  "the accepted text is pushed back": { pushesBack: true },
  "the time until its end passes": { at: "2026-12-04T10:00:00Z" },
  "its end is not reached": { at: "2026-12-01T10:00:00Z" },
  "six months pass in silence": { at: "2027-07-01T10:00:00Z" },
  "the asking time passes": { at: "2026-11-30T10:00:00Z" },
  "a group's acceptance comes to its end": {
    at: late,
    record: { decisions: [aConsensus({ ballots: [ballot("juno"), ballot("noor")] })], attested },
  },
  "Core's acceptance comes to its end": { at: late, record: { decisions: [aCoreVote({ ballots: [ballot("asta"), ballot("cleo")] })] } },
  "Core's rejection comes to its end": {
    at: late,
    record: { decisions: [aCoreVote({ ballots: [ballot("asta", "no"), ballot("cleo", "no")] })] },
  },
  "the review window closes": { at: "2026-11-29T10:00:00Z" },
};

/** Words between a command and who writes it, which the command alone does not hold. */
const conditions: Readonly<Record<string, (event: TableEvent) => TableEvent>> = {
  "with links": (event) => ({ ...event, text: `${event.text}\nprototype: ${links}\nbenefit: ${links}\nsupport: ${links}` }),
  "with all that R7 asks": (event) => ({ ...event, facts: { final: () => aJudgement(true) } }),
  "with an item missing": (event) => ({ ...event, facts: { final: () => aJudgement(false) } }),
  "where the head is Core's to decide": (event) => ({ ...event, facts: { route: aCoreRoute() } }),
};

const stands: Readonly<Record<string, string>> = {
  reason: "The unit of the note is not said; name one",
  text: "Split the note in two and decide on each",
  link: "https://example.org/minutes",
};

/** `` `/block reason`, by a voting member``; `reason` stands for a sentence. An event that is not known is an error. */
export function eventOf(written: string): TableEvent {
  const happening = happenings[written];
  if (happening) return happening;
  const [, command, condition = "", by = ""] = /^`([^`]+)`(?: ([^,]+))?, by (.+)$/.exec(written) ?? [];
  const login = people[by];
  if (command === undefined || login === undefined) throw new Error(`No test knows the event "${written}": add it to events.ts`);
  const event: TableEvent = { text: command.replace(/\b(reason|text)$|\blink\b/g, (word) => stands[word] ?? word), by: login };
  if (condition === "") return event;
  const change = conditions[condition];
  if (!change) throw new Error(`No test knows the condition "${condition}" of "${written}": add it to events.ts`);
  return change(event);
}
