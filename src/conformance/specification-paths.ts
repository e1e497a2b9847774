import type { Governance } from "../governance/index.ts";

/** Where the specification's pages are: the pages of the taxonomy's domains, and the folders of its changelogs; folders end in `/`. */
export function specificationPaths({ project, domains }: Pick<Governance, "project" | "domains">): readonly string[] {
  const changelogs = project.specification.changelog.flatMap((path) =>
    path.includes("/") ? [path.slice(0, path.lastIndexOf("/") + 1)] : [],
  );
  return [...new Set([...changelogs, ...[...domains.values()].flatMap(({ signals }) => signals.paths)])].sort();
}
