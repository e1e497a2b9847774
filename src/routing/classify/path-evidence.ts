import type { Governance } from "../../governance/model.ts";
import { domainsOfPath } from "./domain-pages.ts";
import type { Mark } from "./tally.ts";

const pointsPerFile = 10;

/** Files of the specification that the pull request changes: what changes is what it is about (D1). */
export function readChangedPaths(paths: readonly string[], governance: Governance): Mark[] {
  const marks: Mark[] = [];
  for (const path of [...new Set(paths)].sort()) {
    if (path.startsWith(governance.project.proposals.folder)) continue;
    for (const [domain, share] of domainsOfPath(path, governance.domains.values())) {
      const points = pointsPerFile * share;
      marks.push({ domain, kind: "path", text: `changes \`${path}\``, points, specified: points, line: null });
    }
  }
  return marks;
}
