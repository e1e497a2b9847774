import type { KeyPath } from "../reading/key-path.ts";
import { quote, quoteList } from "../reading/quote.ts";
import type { GroupFile, ProjectFile } from "../schema/index.ts";
import type { Finding, Rule } from "./rule.ts";

type Matter = ProjectFile["reserved"][number];
type Delegation = GroupFile["delegations"][number];

export const delegationOfReservedMatter: Rule = {
  code: "delegation-of-reserved-matter",
  severity: "error",
  reports: "A delegation covers what project.yml reserves.",
  because: "A reserved matter always goes to its authority, so the charter would promise what never happens.",
  check({ written: { project, groups } }) {
    if (!project) return [];
    return groups.flatMap((group) =>
      group.value.delegations.flatMap((delegation, index) =>
        project.value.reserved.flatMap((matter, place): readonly Finding[] => {
          const shared = sharedCondition(matter, delegation);
          if (!shared) return [];
          const line = project.places.value(["reserved", place]).line;
          const message = `the delegation covers the reserved matter ${quote(matter.id)} (project.yml:${line})`;
          const fix =
            shared.values.length > 0 ? `remove ${quoteList(shared.values)} here` : "delete the delegation, or narrow the reserved matter";
          return [{ file: group, at: ["delegations", index, ...shared.at], message, fix }];
        }),
      ),
    );
  },
};

/** The narrowest condition of the matter that the delegation meets; null when some proposal of neither could be of both. */
function sharedCondition(matter: Matter, delegation: Delegation): { readonly at: KeyPath; readonly values: readonly string[] } | null {
  // Deprecations and edits of final files cut across every delegation; the route takes them out.
  if (matter.deprecation || matter["edits-final"]) return null;
  let narrowest: { at: KeyPath; values: readonly string[] } = { at: [], values: [] };
  for (const key of ["domains", "types", "changes"] as const) {
    const reserved: readonly string[] | undefined = matter[key];
    if (!reserved) continue;
    const delegated: readonly string[] = delegation[key];
    const values = delegated.filter((value) => reserved.includes(value));
    const first = delegated.indexOf(values[0] ?? "");
    if (first < 0) return null;
    narrowest = { at: [key, first], values };
  }
  return narrowest;
}
