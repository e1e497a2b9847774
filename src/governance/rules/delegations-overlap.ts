import type { GroupFile } from "../schema/index.ts";
import type { Rule } from "./rule.ts";

type Delegation = GroupFile["delegations"][number];

export const delegationsOverlap: Rule = {
  code: "delegations-overlap",
  severity: "warning",
  reports: "Two delegations of a group cover the same proposals at the same time, by other procedures or under other oversight.",
  because: "Of several that fit, the one that leaves the group most acts, which may not be the one that was meant.",
  check: ({ written }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap((delegation, index) => {
        const earlier = group.value.delegations.findIndex((other, place) => place < index && overlap(delegation, other));
        if (earlier < 0) return [];
        const line = group.places.value(["delegations", earlier]).line;
        const message = `covers proposals that the delegation in line ${line} covers too, with another procedure or oversight`;
        return [{ file: group, at: ["delegations", index], message, fix: "part them by domains, types, changes or dates, or delete one" }];
      }),
    ),
};

function overlap(a: Delegation, b: Delegation): boolean {
  // One that is in force and one that is proposed in its place stand beside each other on purpose.
  if ((a.adopted === null) !== (b.adopted === null)) return false;
  const shared = (x: readonly string[], y: readonly string[]): boolean => x.some((entry) => y.includes(entry));
  const meet = (a.since ?? "") <= (b.until ?? "9999") && (b.since ?? "") <= (a.until ?? "9999");
  const differ = a.procedure !== b.procedure || JSON.stringify(a.oversight) !== JSON.stringify(b.oversight);
  return meet && differ && shared(a.domains, b.domains) && shared(a.types, b.types) && shared(a.changes, b.changes);
}
