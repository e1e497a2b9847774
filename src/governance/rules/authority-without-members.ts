import type { Rule } from "./rule.ts";
import { referencesToNothing } from "./unknown-reference.ts";

export const authorityWithoutMembers: Rule = {
  code: "authority-without-members",
  severity: "error",
  reports: "Nobody in people.yml holds a level of an authority today.",
  because: "What goes to that authority would never be decided.",
  check(checked) {
    const { project } = checked.written;
    const { governance } = checked;
    // Who holds a misspelt level, nobody can tell.
    if (!project || !governance || referencesToNothing(checked, "level").length > 0) return [];
    return [...governance.authorities.values()]
      .filter((authority) => authority.members.length === 0)
      .map((authority) => ({
        file: project,
        at: ["authorities", authority.id],
        on: "key" as const,
        message: `${authority.name} has no member: nobody holds ${project.value.authorities[authority.id]?.levels.join(" or ")}`,
        fix: "give its members the level in people.yml, or delete the authority",
      }));
  },
};
