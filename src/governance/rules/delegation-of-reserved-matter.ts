import type { KeyPath } from "../reading/key-path.ts";
import { quote, quoteList } from "../reading/quote.ts";
import type { ProjectFile } from "../schema/index.ts";
import { type DelegationAt, lawfulDelegationsOf } from "./delegations-of.ts";
import type { Finding, Rule } from "./rule.ts";

type Matter = ProjectFile["reserved"][number];

export const delegationOfReservedMatter: Rule = {
  code: "delegation-of-reserved-matter",
  severity: "error",
  reports: "A delegation covers what project.yml reserves.",
  because: "A reserved matter always goes to its authority, so the charter would promise what never happens.",
  check({ written }) {
    const { project } = written;
    if (!project) return [];
    return lawfulDelegationsOf(written).flatMap(({ group, delegation, at }) =>
      project.value.reserved.flatMap((matter, index): readonly Finding[] => {
        const shared = sharedCondition(matter, delegation);
        if (!shared) return [];
        const line = project.places.value(["reserved", index]).line;
        const message = `the delegation covers the reserved matter ${quote(matter.id)} (project.yml:${line})`;
        const fix =
          shared.values.length > 0 ? `remove ${quoteList(shared.values)} here` : "delete the delegation, or narrow the reserved matter";
        return [{ file: group, at: [...at, ...shared.at], message, fix }];
      }),
    );
  },
};

interface Shared {
  readonly at: KeyPath;
  readonly values: readonly string[];
}

/** The last condition of the matter that the delegation meets, when it meets all; null when no proposal is of both. */
function sharedCondition(matter: Matter, delegation: DelegationAt["delegation"]): Shared | null {
  // Deprecations and edits of final files cut across every delegation; the route takes them out.
  if (matter.deprecation || matter["edits-final"]) return null;
  let shared: Shared = { at: [], values: [] };
  for (const key of ["domains", "types", "changes"] as const) {
    const reserved: readonly string[] | undefined = matter[key];
    if (!reserved) continue;
    const delegated: readonly string[] = delegation[key];
    const values = delegated.filter((value) => reserved.includes(value));
    const [first] = values;
    if (first === undefined) return null;
    shared = { at: [key, delegated.indexOf(first)], values };
  }
  return shared;
}
