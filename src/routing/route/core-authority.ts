import type { Authority, Governance } from "../../governance/index.ts";

/** Id by which constitutions name the authority that decides what nobody else may. */
const core = "core-maintainers";

/** The authority that decides when no group does: the one asked for, Core, the one that keeps the rules, or the first there is. */
export function resolveAuthority(governance: Governance, wanted: string = core): Pick<Authority, "id" | "procedure"> {
  const { authorities, project } = governance;
  const found =
    authorities.get(wanted) ?? authorities.get(core) ?? authorities.get(project["governance-authority"]) ?? [...authorities.values()][0];
  return found ?? { id: core, procedure: null };
}

/** Its own procedure; without one a vote, else whatever the constitution has. */
export function resolveProcedure(governance: Governance, authority: Pick<Authority, "procedure">): string {
  if (authority.procedure) return authority.procedure;
  const procedures = [...governance.procedures.values()];
  return (procedures.find(({ kind }) => kind === "vote") ?? procedures[0])?.id ?? "vote";
}
