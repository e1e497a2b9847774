import { afterDeadline } from "../../calendar/index.ts";
import type { Ballot, Choice, DecisionRecord, EnteredRecord } from "../../domain/decision.ts";
import { judgeDecision } from "../../procedures/index.ts";
import type { CommandContext } from "../command.ts";
import { openVote } from "../opening/index.ts";
import { coreShare } from "../shares.ts";
import type { Entering } from "./parse.ts";

/** Persons on each side: those whom people.yml lists by id, others by the login as written. */
export interface Listed {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
}

export const pendingRecord = ({ record }: Pick<CommandContext, "record">): EnteredRecord | null =>
  record.entered.find(({ ended }) => ended === null) ?? null;

export function personOfLogin(login: string, { governance }: CommandContext): string {
  const plain = login.replace(/^@/, "").toLowerCase();
  return governance.personByLogin.get(plain) ?? plain;
}

export function listedIn({ yes, no, abstain }: Entering, context: CommandContext): Listed {
  const persons = (logins: readonly string[]) => logins.map((login) => personOfLogin(login, context));
  return { yes: persons(yes), no: persons(no), abstain: persons(abstain) };
}

export const everybodyIn = ({ yes, no, abstain }: Listed): readonly string[] => [...yes, ...no, ...abstain];

/** Core's vote as it would be opened now, with the listed ballots in it (D1); null where the constitution names no vote. */
export function voteOfListed(listed: Listed, context: CommandContext): DecisionRecord | null {
  const opened = openVote({ proposes: "accept", parts: [coreShare(context)], oversight: null }, context)[0]?.fact;
  if (opened?.type !== "decision-opened") return null;
  const { at, source } = context;
  const cast = (persons: readonly string[], choice: Choice) => persons.map((person): Ballot => ({ person, choice, at, source }));
  const ballots = [...cast(listed.yes, "yes"), ...cast(listed.no, "no"), ...cast(listed.abstain, "abstain")];
  const { type: _, ...vote } = opened;
  const nothing = { blocks: [], removed: [], spoke: [], voteAskedBy: [], closed: null };
  return { ...vote, ...nothing, id: 0, openedAt: at, ballots, deferredAt: null };
}

/** What the same ballots would have come to in Core's own vote, by its quorum and threshold. */
export function outcomeOf(vote: DecisionRecord): Entering["verdict"] {
  const verdict = judgeDecision(vote, { now: afterDeadline(vote.endsAt), attested: false });
  if (verdict.kind === "open") return "return";
  if (verdict.outcome === "carried") return "accept";
  return verdict.outcome === "rejected" ? "reject" : "return";
}
