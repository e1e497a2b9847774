import type { DomainScore, Evidence } from "../../domain/classification.ts";
import type { Domain, Governance } from "../../governance/model.ts";
import type { DomainExclusion } from "./exclusion-evidence.ts";
import { type Mark, type Tally, weightPerPoint } from "./tally.ts";

/** Smaller pieces of evidence of one kind are shown as one line. */
const mostShown = 6;
/** Part of a score that an exclusion takes away at most: the title says what a proposal is about, the rest what it speaks of. */
const exclusionPart = { title: 0.3, elsewhere: 0.1 } as const;

/** Scores of all domains, best first; equal ones in the order of the constitution. Each is the sum of its evidence. */
export function scoreDomains(governance: Governance, tallies: readonly Tally[], exclusions: readonly DomainExclusion[]): DomainScore[] {
  const evidence = new Map<string, Evidence[]>([...governance.domains.keys()].map((id) => [id, []]));
  for (const tally of tallies) {
    const worth = weightPerPoint(tally);
    for (const [domain, marks] of byDomain(tally.marks)) evidence.get(domain)?.push(...summarise(marks, worth));
  }
  const sums = new Map([...evidence].map(([id, parts]) => [id, sumOf(parts)]));
  for (const { domain, insteadOf, text, line, inTitle } of exclusions) {
    const own = sums.get(domain) ?? 0;
    const other = insteadOf === null ? own : (sums.get(insteadOf) ?? 0);
    const weight = -(inTitle ? exclusionPart.title : exclusionPart.elsewhere) * Math.min(own, other);
    if (weight < 0) evidence.get(domain)?.push({ kind: "exclusion", text, weight, line });
  }
  return [...governance.domains.values()].map((domain) => scoreOf(domain, evidence.get(domain.id) ?? [])).sort((a, b) => b.score - a.score);
}

function scoreOf({ id, label }: Domain, evidence: readonly Evidence[]): DomainScore {
  return { id, label, score: sumOf(evidence), primary: false, touched: false, evidence };
}

function sumOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

function byDomain(marks: readonly Mark[]): Map<string, Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.domain) ?? [];
    group.push(mark);
    groups.set(mark.domain, group);
  }
  return groups;
}

function summarise(marks: readonly Mark[], worth: number): Evidence[] {
  const ordered = marks
    .map(({ kind, text, points, line }) => ({ kind, text, weight: points * worth, line }))
    .sort((a, b) => b.weight - a.weight);
  const shown = ordered.slice(0, mostShown);
  const rest = ordered.slice(mostShown);
  const [first] = rest;
  if (first === undefined) return shown;
  return [...shown, { kind: first.kind, text: `${rest.length} more signs of this kind`, weight: sumOf(rest), line: null }];
}
