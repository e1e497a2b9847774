import type { Group } from "../../governance/index.ts";

/** The group's name as people say it: `Agents WG`, whether or not the file's name ends so. */
export function groupTitle({ name, kind }: Pick<Group, "name" | "kind">): string {
  if (/\b(?:WG|IG|group)$/i.test(name.trim())) return name.trim();
  return `${name.trim()} ${kind === "working-group" ? "WG" : "IG"}`;
}
