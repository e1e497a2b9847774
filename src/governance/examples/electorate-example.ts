import type { Procedure, ProceduresFile } from "../schema/index.ts";

export const exampleTopics = [
  "self-approval",
  "sponsor",
  "several accounts",
  "affiliation",
  "recusal",
  "abstention",
  "away",
  "without an id",
] as const;
export type ExampleTopic = (typeof exampleTopics)[number];

/** A voting member on the roster when the decision opens. */
export interface ExampleVoter {
  readonly login: string;
  /** As in people.yml: `independent`, or null where none is stated. */
  readonly organisation: string | null;
  /** A second account of the same person. */
  readonly otherAccount: string | null;
  /** False: no numeric id is known, so that nobody can tell whether it is them. */
  readonly isPinned: boolean;
  /** Away over the whole time that the decision is open. */
  readonly isAway: boolean;
}

/**
 * One worked example of whose act counts. Everything that it does not name is as usual: the text stays, the sponsor's attestation
 * is there, nobody blocks, and every act is in time, in the order given.
 */
export interface ElectorateExample {
  readonly about: ExampleTopic;
  /** What the case is, for people. */
  readonly situation: string;
  /** Why it ends so, for people. */
  readonly because: string;
  readonly rules: Pick<ProceduresFile, "act-on-own" | "away">;
  readonly procedure: Procedure;
  readonly voters: readonly ExampleVoter[];
  /** Logins; they need not be voters. */
  readonly authors: readonly string[];
  readonly sponsor: string | null;
  /** Logins of voters who wrote `/recuse`. */
  readonly recused: readonly string[];
  /** By which account, and what; in consensus yes is a consent, and abstain takes it back. */
  readonly acts: readonly { readonly by: string; readonly says: "yes" | "no" | "abstain" }[];
  readonly result: {
    /** Who may act, by login, sorted. */
    readonly electorate: readonly string[];
    /** Whose ballot counts; in consensus whose consent counts towards those that are needed. Logins, sorted. */
    readonly yes: readonly string[];
    readonly no: readonly string[];
    readonly abstain: readonly string[];
    /** When its time is over; `open`: it waits for what is missing (C5). The others as in decisions (src/domain/decision.ts). */
    readonly outcome: "carried" | "open" | "rejected" | "returned" | "not-passed" | "no-quorum";
  };
}
