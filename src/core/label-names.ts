import type { ChangeClass } from "../domain/proposal-vocabulary.ts";
import type { Route } from "../domain/route.ts";
import type { RepositoryLabel } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import { groupTitle } from "../routing/route/index.ts";

/** GitHub's limits for a label (labels/create). */
const longestName = 50;
const longestDescription = 100;

const colours = { proposal: "0052cc", domain: "bfdadc", route: "d4c5f9", change: "fef2c0" } as const;

/** GitHub does not tell labels apart by case. */
export function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function changeLabel(change: ChangeClass, { project }: Governance): string {
  return cut(`${project.labels["change-prefix"]}${change}`, longestName);
}

export function routeLabel(route: Pick<Route, "kind" | "group">, { project }: Governance): string {
  const { labels } = project;
  return cut(
    `${labels["route-prefix"]}${route.kind === "group" && route.group !== null ? route.group : labels["route-core"]}`,
    longestName,
  );
}

/** Every label that Steward may put on, with what a repository shows for it; labels of other names are nobody's business here. */
export function describeLabel(name: string, governance: Governance): RepositoryLabel {
  const { project, lifecycle, domains, groups } = governance;
  const made = (color: string, description: string): RepositoryLabel => ({
    name,
    color,
    description: cut(description, longestDescription),
  });
  const state = lifecycle.states.find(({ label }) => sameLabel(label, name));
  if (state) return made(state.color, state.description || `Where the proposal stands: ${state.id}`);
  const domain = [...domains.values()].find(({ label }) => sameLabel(label, name));
  if (domain) return made(colours.domain, domain.description);
  if (name.startsWith(project.labels["change-prefix"])) return made(colours.change, "What the change does to existing peers");
  if (name.startsWith(project.labels["route-prefix"])) {
    const group = groups.get(name.slice(project.labels["route-prefix"].length));
    return made(colours.route, group ? `Decided by ${groupTitle(group)}` : "Decided by Core");
  }
  return made(colours.proposal, `A proposal to ${project.name}`);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
