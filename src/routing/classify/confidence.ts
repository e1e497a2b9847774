import type { DomainScore } from "../../domain/classification.ts";
import type { Declaration } from "./declared-evidence.ts";
import type { DomainExclusion } from "./exclusion-evidence.ts";
import type { Reading } from "./reader.ts";
import { sumTallies, type Tally, totals } from "./tally.ts";

/** Below these, what is called confident was not right often enough on proposals whose domain is known. */
const limits = { score: 22, margin: 0.55, agreement: 0.6, voters: 2 } as const;

/**
 * What makes one method's contrary answer a doubt: its lead over the domain in question, and how much it must have seen.
 * What is named is often only used (every feature travels in messages of another), so that names must lead furthest;
 * the sentences that bind are what would change, so that they need lead little.
 */
const contrary: Readonly<Record<string, { readonly lead: number; readonly strength: number }>> = {
  vocabulary: { lead: 0.7, strength: 0.5 },
  normative: { lead: 0.15, strength: 0.35 },
};
const usuallyContrary = { lead: 0.5, strength: 0.5 };

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
  normative: "its binding sentences point",
  definitions: "what its Specification declares points",
  vocabulary: "the names it uses point",
  terms: "its terms point",
  subject: "its title and Abstract point",
  body: "the words of its Specification point",
};

/** Reasons not to be sure, as sentences for people; none means confident. `ranked` is best first. */
export function findDoubts(
  ranked: readonly DomainScore[],
  { tallies, isCut }: Pick<Reading, "tallies" | "isCut">,
  exclusions: readonly DomainExclusion[],
  declared: readonly Declaration[],
): string[] {
  const [first, second] = ranked;
  if (first === undefined || first.score <= 0) return ["Nothing in the text speaks for any domain."];
  const doubts: string[] = [];
  if (first.score < limits.score) doubts.push(`Little in the text speaks for any domain, \`${first.id}\` included.`);
  if (second !== undefined && first.score - second.score < limits.margin * first.score) {
    doubts.push(`Two domains score alike: \`${first.id}\` and \`${second.id}\`.`);
  }
  const votes = tallies.flatMap(readVote).filter(({ strength }) => strength >= 0.25);
  const agreeing = votes.filter((vote) => vote.first === first.id);
  if (agreeing.length < limits.voters || agreeing.length < limits.agreement * votes.length) {
    doubts.push(`Only ${agreeing.length} of ${votes.length} ways of reading it lead to \`${first.id}\`.`);
  }
  for (const { method, first: other, shares, strength } of votes) {
    const needed = contrary[method] ?? usuallyContrary;
    const lead = (shares.get(other) ?? 0) - (shares.get(first.id) ?? 0);
    if (strength < needed.strength || lead < needed.lead) continue;
    doubts.push(`Most of the text reads as \`${first.id}\`, but ${methodWords[method]} to \`${other}\`.`);
  }
  if (isCut) doubts.push("It is too long to be read whole.");
  doubts.push(...doubtsOfSpecification(first.id, tallies));
  for (const { domain, insteadOf, inTitle, text } of exclusions) {
    if (domain === first.id && inTitle && insteadOf !== null) doubts.push(`\`${first.id}\` ${text}: that would be \`${insteadOf}\`.`);
  }
  for (const { domain, by, text } of declared) {
    if (by === "field" && domain !== first.id) doubts.push(`It reads as \`${first.id}\`, but ${text}.`);
  }
  return doubts;
}

/** What the text specifies must bear out what its title and Abstract announce. */
function doubtsOfSpecification(first: string, tallies: readonly Tally[]): string[] {
  const sums = sumTallies(tallies.map((tally) => ({ ...tally, marks: tally.marks.map((mark) => ({ ...mark, points: mark.specified })) })));
  const [leader] = [...sums].sort(([, a], [, b]) => b - a);
  if (leader === undefined || leader[1] === 0) return [`It specifies nothing that would show \`${first}\`.`];
  return leader[0] === first || leader[1] <= (sums.get(first) ?? 0) ? [] : [`Its Specification, taken alone, reads as \`${leader[0]}\`.`];
}

function readVote(tally: Tally): Vote[] {
  const sums = totals(tally.marks);
  const sum = [...sums.values()].reduce((total, points) => total + points, 0);
  const best = [...sums].sort(([, a], [, b]) => b - a)[0];
  if (best === undefined || sum === 0) return [];
  const shares = new Map([...sums].map(([domain, points]) => [domain, points / sum]));
  return [{ method: tally.method, first: best[0], shares, strength: sum / (sum + tally.half) }];
}
