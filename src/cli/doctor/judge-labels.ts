import { changeClasses } from "../../domain/proposal-vocabulary.ts";
import type { Governance } from "../../governance/index.ts";
import type { RepositoryFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** GitHub's limit for a label's name (labels/create). */
const longestName = 50;

/** Labels are made when they are first needed: so only what would stop that is wrong. */
export function judgeLabels({ page, labels, constitution, installation }: RepositoryFacts): readonly Finding[] {
  const finding = findingsOf("labels", `${page}/labels`);
  const governance = constitution.known ? (constitution.value?.governance ?? null) : null;
  if (governance === null) return [];
  if (!labels.known) return [finding.warn(`not known: ${labels.why}`, "See that GitHub answers, and ask again.")];
  const wanted = labelsOf(governance);
  const standing = new Set(labels.value.map((name) => name.toLowerCase()));
  const missing = wanted.filter((name) => !standing.has(name.toLowerCase()));
  const long = wanted.filter((name) => name.length > longestName);
  if (long.length > 0)
    return [
      finding.warn(
        `longer than GitHub's 50 characters, and shown cut: ${long.slice(0, 3).join(", ")}`,
        "Give shorter names in the constitution.",
      ),
    ];
  if (missing.length > 0 && installation.permissions.issues !== "write")
    return [
      finding.fail(`${missing.length} of ${wanted.length} are missing, and the App may not make them`, "Give the App issues: write."),
    ];
  const made = missing.length === 0 ? "" : `; ${missing.length} more are made when they are first needed`;
  return [finding.ok(`${wanted.length - missing.length} of ${wanted.length} stand${made}`)];
}

/** Every label that the constitution lets Steward put on. */
function labelsOf({ project, lifecycle, domains, groups }: Governance): readonly string[] {
  const { labels } = project;
  const routes = [labels["route-core"], ...groups.keys()];
  const all = [
    labels.proposal,
    labels.hold,
    ...lifecycle.states.map(({ label }) => label),
    ...[...domains.values()].map(({ label }) => label),
    ...changeClasses.map((change) => `${labels["change-prefix"]}${change}`),
    ...routes.map((route) => `${labels["route-prefix"]}${route}`),
  ];
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()];
}
