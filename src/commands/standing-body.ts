import type { Governance } from "../governance/index.ts";
import { type CommandContext, refuse } from "./command.ts";
import { findGroup } from "./named-group.ts";
import { leadsOf } from "./roles.ts";

/** What can stand behind a proposal: a group that is not retired, or an authority that the front door names (S2, L11). */
export interface StandingBody {
  readonly id: string;
  readonly name: string;
  readonly kind: "working-group" | "interest-group" | "authority";
  readonly clause: string;
}

export function listBodies({ groups, authorities, project }: Governance): readonly StandingBody[] {
  const named = project["front-door"].sponsorship?.authorities ?? [];
  return [
    ...[...groups.values()].filter(({ status }) => status !== "retired"),
    ...named.flatMap((id) => authorities.get(id) ?? []).map((authority) => ({ ...authority, kind: "authority" as const })),
  ].map(({ id, name, kind, clause }) => ({ id, name, kind, clause }));
}

/** By id or name, however it is hyphenated; groups also without `-wg`, authorities also without `-maintainers`. */
export function findBody(written: string, governance: Governance): StandingBody | null {
  const bodies = listBodies(governance);
  const group = findGroup(written, governance);
  const found = group && bodies.find(({ id }) => id === group.id);
  if (found) return found;
  const plain = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, "-");
  const short = (text: string) => plain(text).replace(/-maintainers$/, "");
  return bodies.find(({ id, name, kind }) => kind === "authority" && [plain(id), plain(name), short(id)].includes(plain(written))) ?? null;
}

/** Persons who answer for a body: leads of a group whose terms run, any member of an authority. */
export function speakersOf(id: string, context: Pick<CommandContext, "governance" | "at">): readonly string[] {
  const group = context.governance.groups.get(id);
  return group ? leadsOf(group, context) : (context.governance.authorities.get(id)?.members ?? []);
}

export function speaksFor(id: string, context: Pick<CommandContext, "governance" | "at" | "actor">): boolean {
  return speakersOf(id, context).includes(context.actor.key);
}

export function refuseUnknownBody(written: string, { governance }: CommandContext, instead: string | null) {
  const name = written.replaceAll("`", "'").trim().slice(0, 60);
  const ids = listBodies(governance).map(({ id }) => `\`${id}\``);
  const text = name === "" ? "It names no group" : `No group is called \`${name}\``;
  return refuse("no-such-group", `${text}; there are ${ids.slice(0, 30).join(", ")}.`, { instead });
}
