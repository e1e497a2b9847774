import type { Issue } from "../store/index.ts";

/** True when the issue has every label of a comma-separated list. */
export function matchesLabels(issue: Issue, labels: string | undefined): boolean {
  if (labels === undefined || labels === "") return true;
  const present = new Set([...issue.labels].map((label) => label.name.toLowerCase()));
  return labels.split(",").every((name) => present.has(name.trim().toLowerCase()));
}

/** By creation, newest first, unless asked otherwise. */
export function sortIssues(issues: readonly Issue[], sort: string | undefined, direction: string | undefined): Issue[] {
  const key = (issue: Issue) => (sort === "updated" ? issue.updatedAt : sort === "comments" ? issue.comments.size : issue.createdAt);
  const sign = direction === "asc" ? 1 : -1;
  return issues.toSorted((a, b) => sign * (key(a) - key(b) || a.number - b.number));
}
