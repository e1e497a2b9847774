import { primaryDomain } from "../../domain/primary-domain.ts";
import type { Group } from "../../governance/index.ts";
import { groupTitle } from "../../routing/route/index.ts";
import { code, join, type Markdown, md } from "../markdown/index.ts";
import { listNames } from "../names.ts";
import type { ProposalStatus } from "../status/status-data.ts";

/** The groups to ask: whoever decides or recommends, else the advisers of the domain, else whoever owns what it touches. */
export function nearestGroups({ route, governance, classification, record }: ProposalStatus): readonly Group[] {
  const primary = primaryDomain(classification)?.id ?? "";
  const advisers = route.consulted.filter((id) => governance.domains.get(primary)?.advisers.includes(id));
  const near =
    route.group !== null ? [route.group, ...route.jointWith, ...route.consulted] : advisers.length > 0 ? advisers : route.consulted;
  const free = [...new Set(near)].filter((id) => !record.group.declined.includes(id));
  return free.flatMap((id) => governance.groups.get(id) ?? []).slice(0, 3);
}

/** Why it is near, and where to find it: `owns forecasts · #forecasts · meets weekly`. */
export function introduceGroup(group: Group, { classification }: ProposalStatus): Markdown {
  const concerned = classification.domains.filter(({ primary, touched }) => primary || touched).map(({ id }) => id);
  const owns = concerned.filter((id) => group.owns.includes(id)).map((id) => code(id));
  const advises = concerned.filter((id) => group.advises.includes(id)).map((id) => code(id));
  const reason = owns.length > 0 ? [md`owns ${listNames(owns)}`] : advises.length > 0 ? [md`advises on ${listNames(advises)}`] : [];
  const contact = group.contact === null ? [] : [md`${group.contact}`];
  const meets = group.meetings === null ? [] : [md`meets ${group.meetings}`];
  return md`${groupTitle(group)} (${code(`/group ${group.id}`)}): ${join([...reason, ...contact, ...meets], " · ")}`;
}
