import type { DomainScore } from "../../domain/classification.ts";
import type { Declaration } from "./declared-evidence.ts";
import type { DomainExclusion } from "./exclusion-evidence.ts";
import { type Tally, totals } from "./tally.ts";

/** Below these, what is called confident was not right often enough on proposals whose domain is known. */
const limits = { score: 22, margin: 0.55, agreement: 0.6, voters: 2, certain: 0.5 } as const;

/**
 * Lead of another domain, by one method, that makes doubt. What is named is often only used (every feature travels in
 * messages of another), so that names must lead further than what is declared or said.
 */
const contraryLead: Readonly<Record<string, number>> = { vocabulary: 0.7 };
const usualContraryLead = 0.5;

/** How one method, taken by itself, would decide. */
interface Vote {
  readonly method: string;
  readonly first: string;
  /** Share of what it saw that speaks for a domain. */
  readonly shares: ReadonlyMap<string, number>;
  /** How much it saw: 0 nothing, 1 all it could. */
  readonly strength: number;
}

const methodWords: Record<string, string> = {
  paths: "the changed files point",
  title: "its title points",
  definitions: "what its Specification declares points",
  vocabulary: "the names it uses point",
  terms: "its terms point",
  subject: "its title and Abstract point",
  body: "the words of its Specification point",
};

/** Reasons not to be sure, as sentences for people; none means confident. `ranked` is best first. */
export function findDoubts(
  ranked: readonly DomainScore[],
  tallies: readonly Tally[],
  exclusions: readonly DomainExclusion[],
  declared: readonly Declaration[],
): string[] {
  const [first, second] = ranked;
  if (first === undefined || first.score <= 0) return ["Nothing in the text speaks for any domain."];
  const doubts: string[] = [];
  if (first.score < limits.score) doubts.push(`Little in the text speaks for any domain, ${first.id} included.`);
  if (second !== undefined && first.score - second.score < limits.margin * first.score) {
    doubts.push(`Two domains score alike: ${first.id} and ${second.id}.`);
  }
  const votes = tallies.flatMap(readVote).filter(({ strength }) => strength >= 0.25);
  const agreeing = votes.filter((vote) => vote.first === first.id);
  if (agreeing.length < limits.voters || agreeing.length < limits.agreement * votes.length) {
    doubts.push(`Only ${agreeing.length} of ${votes.length} ways of reading it lead to ${first.id}.`);
  }
  for (const vote of votes) {
    const own = vote.shares.get(first.id) ?? 0;
    if (
      vote.first === first.id ||
      vote.strength < limits.certain ||
      (vote.shares.get(vote.first) ?? 0) - own < (contraryLead[vote.method] ?? usualContraryLead)
    )
      continue;
    doubts.push(`Most of the text reads as ${first.id}, but ${methodWords[vote.method]} to ${vote.first}.`);
  }
  for (const { domain, insteadOf, inTitle, text } of exclusions) {
    if (domain === first.id && inTitle && insteadOf !== null) doubts.push(`${first.id} ${text}: that would be ${insteadOf}.`);
  }
  for (const { domain, by, text } of declared) {
    if (by === "field" && domain !== first.id) doubts.push(`It reads as ${first.id}, but ${text}.`);
  }
  return doubts;
}

function readVote(tally: Tally): Vote[] {
  const sums = totals(tally.marks);
  const sum = [...sums.values()].reduce((total, points) => total + points, 0);
  const best = [...sums].sort(([, a], [, b]) => b - a)[0];
  if (best === undefined || sum === 0) return [];
  const shares = new Map([...sums].map(([domain, points]) => [domain, points / sum]));
  return [{ method: tally.method, first: best[0], shares, strength: sum / (sum + tally.half) }];
}
