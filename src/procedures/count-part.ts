import type { Ballot, Choice, DecisionPart, DecisionRecord, Voter } from "../domain/decision.ts";

/** Whose acts count in one part, now: the frozen electorate without those who left it. */
export interface PartCount {
  readonly eligible: readonly Voter[];
  readonly yes: readonly Voter[];
  readonly no: readonly Voter[];
  readonly abstain: readonly Voter[];
  /** Of `yes`, those whose consent counts towards what lazy consensus needs besides silence (C1). */
  readonly consents: readonly Voter[];
  /** Organisations that the consents surely speak for: who states none adds none. */
  readonly organisations: number;
  /** Too few are left to decide anything, silence included (O1). */
  readonly short: boolean;
}

export function countPart(decision: DecisionRecord, { electorate, fewest, rule }: DecisionPart): PartCount {
  const eligible = electorate.filter(({ person }) => !decision.removed.includes(person));
  const chose = (choice: Choice) => eligible.filter(({ person }) => ballotOf(decision, person)?.choice === choice);
  const yes = chose("yes");
  const excluding = rule.kind === "lazy-consensus" ? rule.excluding : [];
  const excluded = [
    ...(excluding.includes("author") ? decision.authors : []),
    ...(excluding.includes("sponsor") && decision.sponsor !== null ? [decision.sponsor] : []),
  ];
  const consents = yes.filter(({ person }) => !excluded.includes(person));
  const organisations = organisationsAmong(consents);
  const short = isShort(eligible, fewest, decision.sponsor);
  return { eligible, yes, no: chose("no"), abstain: chose("abstain"), consents, organisations, short };
}

/** O1: whether fewer voters, or of fewer organisations, are left beside the sponsor than a decision needs. */
export function isShort(voters: readonly Voter[], fewest: number, sponsor: string | null): boolean {
  const others = voters.filter(({ person }) => person !== sponsor);
  return others.length < fewest || organisationsAmong(others) < fewest;
}

/** Who states none adds none: it may be any of the others. */
export const organisationsAmong = (voters: readonly Pick<Voter, "organisation">[]): number =>
  new Set(voters.flatMap(({ organisation }) => organisation ?? [])).size;

function ballotOf({ ballots }: DecisionRecord, person: string): Ballot | undefined {
  return ballots.find((ballot) => ballot.person === person);
}

/** Persons on each side over all parts, each once, sorted: what is shown and recorded. */
export interface Tally {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
  readonly blocks: readonly string[];
}

export function tallyOf(decision: DecisionRecord): Tally {
  const voters = new Set(decision.parts.flatMap((part) => countPart(decision, part).eligible.map(({ person }) => person)));
  const persons = (choice: Choice) =>
    decision.ballots
      .filter((ballot) => ballot.choice === choice && voters.has(ballot.person))
      .map(({ person }) => person)
      .sort();
  const blocks = decision.blocks
    .map(({ person }) => person)
    .filter((person) => voters.has(person))
    .sort();
  return { yes: persons("yes"), no: persons("no"), abstain: persons("abstain"), blocks };
}
