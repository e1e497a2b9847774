import type { Route } from "../domain/route.ts";
import type { Governance } from "../governance/index.ts";
import { groupTitle } from "../routing/route/index.ts";
import { code, type Markdown, md } from "./markdown/index.ts";

/** A group as people say it; an id that the rules do not list is shown as it is. */
export function nameGroup(id: string, { groups }: Governance): Markdown {
  const group = groups.get(id);
  return group ? md`${groupTitle(group)}` : code(id);
}

export function nameAuthority(id: string, { authorities }: Governance): Markdown {
  const authority = authorities.get(id);
  return authority ? md`${authority.name}` : code(id);
}

export function nameProcedure(id: string, { procedures }: Governance): Markdown {
  const procedure = procedures.get(id);
  return procedure ? md`${procedure.name}` : code(id);
}

/** `Agents WG`, `Agents WG together with Files WG`, `Core Maintainers`: who decides. */
export function nameDeciders(route: Route, governance: Governance): Markdown {
  if (route.kind === "core") return nameAuthority(route.authority ?? "core-maintainers", governance);
  if (route.group === null) return md`nobody yet`;
  const lead = nameGroup(route.group, governance);
  return route.jointWith.length === 0
    ? lead
    : md`${lead} together with ${listNames(route.jointWith.map((id) => nameGroup(id, governance)))}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listNames(names: readonly Markdown[]): Markdown {
  const last = names.at(-1);
  if (!last) return md`nobody`;
  const before = names.slice(0, -1);
  if (before.length === 0) return last;
  return md`${{ markdown: before.map(({ markdown }) => markdown).join(", ") }} and ${last}`;
}

/** `1 error`, `2 errors`. */
export function countOf(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
