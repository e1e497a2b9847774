import type { DecisionRecord } from "../domain/decision.ts";
import { type Group, seatedOn } from "../governance/index.ts";
import type { CommandContext } from "./command.ts";

/** Who somebody is to this proposal, here and now. Everything is asked of persons, never of accounts (invariant 3). */
type Context = Pick<CommandContext, "actor" | "record" | "facts" | "governance" | "calendar" | "at">;

export const isAuthor = ({ actor, facts }: Pick<Context, "actor" | "facts">): boolean =>
  facts.authors.has(actor.key) || facts.authors.has(`account:${actor.id}`) || facts.authors.has(actor.login.toLowerCase());

export const isSponsor = ({ actor, record }: Pick<Context, "actor" | "record">): boolean => record.sponsor?.person === actor.key;

export function isMemberOf(authority: string, { actor, governance }: Pick<Context, "actor" | "governance">): boolean {
  return governance.authorities.get(authority)?.members.includes(actor.key) ?? false;
}

export const isCore = (context: Pick<Context, "actor" | "governance">): boolean => isMemberOf("core-maintainers", context);
export const isLeadMaintainer = (context: Pick<Context, "actor" | "governance">): boolean => isMemberOf("lead-maintainers", context);

/** Day on which seats and terms are read. */
const today = ({ at }: Pick<Context, "at">) => at.slice(0, 10);

export function leadsOf(group: Pick<Group, "leads">, context: Pick<Context, "at">): readonly string[] {
  return seatedOn(group.leads, today(context));
}

export function isLeadOf(group: Group | undefined, context: Context): boolean {
  return group !== undefined && leadsOf(group, context).includes(context.actor.key);
}

/** Groups that decide or recommend by the route, that stand behind the proposal, or that own what it is about or touches. */
export function concernedGroups({ record, facts, governance }: Context): readonly Group[] {
  const touched = facts.classification.domains.filter((domain) => domain.primary || domain.touched);
  const owners = touched.map(({ id }) => governance.domains.get(id)?.owner ?? null);
  const ids = [facts.route.group, ...facts.route.jointWith, record.group.stands, ...owners];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (governance.groups.get(id) ?? [])));
}

/** Groups whose procedure decides (or recommends, where Core decides). */
export function decidingGroups({ facts, governance }: Pick<Context, "facts" | "governance">): readonly Group[] {
  const ids = facts.route.group === null ? [] : [facts.route.group, ...facts.route.jointWith];
  return ids.flatMap((id) => governance.groups.get(id) ?? []);
}

/** True when the matter is Core's: by the route, or by an act (veto, escalation, `/route core`). */
export const coreDecides = ({ record, facts }: Pick<Context, "record" | "facts">): boolean =>
  facts.route.kind === "core" || record.coreDecides;

/** Levels whose holders may sponsor (gap G3). */
export const sponsorLevelIds = ({ levels }: Pick<CommandContext["governance"]["ladder"], "levels">): ReadonlySet<string> =>
  new Set(levels.filter((level) => level["may-sponsor"]).map(({ id }) => id));

export const leadsMaySponsor = (ladder: Pick<CommandContext["governance"]["ladder"], "group-roles">): boolean =>
  ladder["group-roles"].some((role) => role["may-sponsor"] && role.id.endsWith("lead"));

/** Levels that may sponsor, and leads of Working Groups where the ladder lets them (gap G3). */
export function maySponsor({ actor, governance, at }: Pick<Context, "actor" | "governance" | "at">): boolean {
  if (actor.person === null) return false;
  const levels = sponsorLevelIds(governance.ladder);
  if (actor.person.levels.some((level) => levels.has(level))) return true;
  if (!leadsMaySponsor(governance.ladder)) return false;
  return [...governance.groups.values()].some((group) => group.kind === "working-group" && leadsOf(group, { at }).includes(actor.key));
}

/** The decision that is open on the proposal (or on a group's standing behind it); a recommendation only where no other is. */
export function openDecision(record: Context["record"]): DecisionRecord | null {
  const open = record.decisions.filter(({ closed }) => closed === null);
  return open.find(({ matter }) => matter !== "recommendation") ?? open[0] ?? null;
}

/** Whether the person votes in it now: in some part's electorate and not removed since. */
export function isVoterIn(decision: DecisionRecord, key: string): boolean {
  return !decision.removed.includes(key) && decision.parts.some(({ electorate }) => electorate.some(({ person }) => person === key));
}

/** Whether a body that decides by right takes it (Core), and no group. */
export function isOfAuthority({ parts }: DecisionRecord, { authorities }: CommandContext["governance"]): boolean {
  return parts.some(({ authority }) => authorities.has(authority));
}

/** Logins to name to people, at most ten. */
export function loginsOf(keys: Iterable<string>, { people }: CommandContext["governance"]): readonly string[] {
  return [...keys].flatMap((key) => people.get(key)?.login ?? []).slice(0, 10);
}

/** Logins of others than the actor who are no authors: those to name where authors have no say. */
export function othersOf(keys: Iterable<string>, { facts, governance, actor }: Pick<Context, "facts" | "governance" | "actor">) {
  return loginsOf(
    [...new Set(keys)].filter((key) => key !== actor.key && !facts.authors.has(key)),
    governance,
  );
}
