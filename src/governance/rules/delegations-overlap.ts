import { overlaps } from "../seats.ts";
import { type DelegationAt, lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

type Delegation = DelegationAt["delegation"];

export const delegationsOverlap: Rule = {
  code: "delegations-overlap",
  severity: "warning",
  reports: "Two delegations of a group cover the same proposals at the same time, by other procedures or under other oversight.",
  because: "Of several that fit, the one that leaves the group most acts, which may not be the one that was meant.",
  check({ written }) {
    const all = lawfulDelegationsOf(written);
    return all.flatMap(({ group, delegation, at }, index) => {
      const earlier = all.slice(0, index).find((other) => other.group === group && collide(delegation, other.delegation));
      if (!earlier) return [];
      const line = group.places.value(earlier.at).line;
      const message = `covers proposals that the delegation in line ${line} covers too, with another procedure or oversight`;
      return [{ file: group, at, message, fix: "part them by domains, types, changes or dates, or delete one" }];
    });
  },
};

function collide(a: Delegation, b: Delegation): boolean {
  // One that is in force and one that is proposed in its place stand beside each other on purpose.
  if ((a.adopted === null) !== (b.adopted === null)) return false;
  const shared = (x: readonly string[], y: readonly string[]): boolean => x.some((entry) => y.includes(entry));
  const differ =
    a.procedure !== b.procedure ||
    a.oversight.kind !== b.oversight.kind ||
    a.oversight.by !== b.oversight.by ||
    a.oversight.within !== b.oversight.within;
  return differ && overlaps(a, b) && shared(a.domains, b.domains) && shared(a.types, b.types) && shared(a.changes, b.changes);
}
