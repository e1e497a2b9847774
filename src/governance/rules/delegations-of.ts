import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { Written } from "../reading/read-constitution.ts";
import type { GroupFile } from "../schema/index.ts";

export interface DelegationAt {
  readonly group: WrittenFile<GroupFile>;
  readonly delegation: GroupFile["delegations"][number];
  readonly at: KeyPath;
}

/** Every delegation that grants something: a recommendation, which stands in the same list, grants nothing. */
export function delegationsOf({ groups }: Pick<Written, "groups">): readonly DelegationAt[] {
  return groups.flatMap((group) =>
    group.value.delegations.flatMap((delegation, index) =>
      delegation.decision === "accept" ? [{ group, delegation, at: ["delegations", index] }] : [],
    ),
  );
}

/** Those of Working Groups: to an Interest Group there can be none, which is reported once. */
export function lawfulDelegationsOf(written: Pick<Written, "groups">): readonly DelegationAt[] {
  return delegationsOf(written).filter(({ group }) => group.value.kind === "working-group");
}
