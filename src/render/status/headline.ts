import type { Group } from "../../governance/index.ts";
import { groupTitle } from "../../routing/route/index.ts";
import { code, join, type Markdown, md, mention, nothing, phrase } from "../markdown/index.ts";
import { countOf, listNames, nameAuthority } from "../names.ts";
import type { ProposalStatus, StatusData } from "./status-data.ts";

/** What is going on and whose turn it is, in one paragraph: a bold summary, what it is about, and the next step. */
export function renderHeadline(data: StatusData): Markdown {
  const caller = data.author.callable ? mention(data.author.login) : code(data.author.login);
  switch (data.kind) {
    case "several-proposals":
      return md`**${countOf(data.files.length, "proposal")} in one pull request.** ${caller}, give each a pull request of its own, so that each can be decided by itself. Nothing is routed until then.`;
    case "unreadable":
      return md`**${nameState(data.state)} · the file cannot be read:** ${phrase(data.problem.message)}. ${caller}, ${phrase(data.problem.fix)}`;
    case "record-change":
      return md`**${summarise(data)}.** ${nameAuthority(data.route.authority ?? "", data.governance)} decide that. Nothing is needed from ${code(data.author.login)} now.`;
    case "proposal":
      return join([md`**${summarise(data)}.**`, aboutWhat(data), nextStep(data, caller)], " ");
  }
}

/** The bold words alone, without markup: title of the check. */
export function summarise(data: StatusData): string {
  switch (data.kind) {
    case "several-proposals":
      return `${countOf(data.files.length, "proposal")} in one pull request`;
    case "unreadable":
      return `${nameState(data.state)} · the file cannot be read`;
    case "record-change":
      return data.final > 0
        ? `Changes ${countOf(data.final, "final proposal")}`
        : `Changes ${countOf(data.files.length, "existing proposal")}`;
    case "proposal":
      return `${nameState(data.state)} · ${waiting(data)}`;
  }
}

function waiting({ problems, missing }: ProposalStatus): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return `${countOf(errors, "error")} in the file`;
  if (missing.includes("group")) return "waiting for a group";
  if (missing.includes("sponsor")) return "waiting for a sponsor";
  return "waiting for its sponsor";
}

function aboutWhat({ classification, governance, domainBy }: ProposalStatus): Markdown {
  const primary = classification.domains.find((domain) => domain.primary);
  if (!primary) return md`What it is about is not clear yet.`;
  const owner = governance.groups.get(governance.domains.get(primary.id)?.owner ?? "");
  const sure = classification.confident || domainBy !== null;
  const what = sure ? md`It changes ${code(primary.id)}` : md`It seems to change ${code(primary.id)} (a best guess)`;
  return owner ? md`${what}, which belongs to ${groupTitle(owner)}.` : md`${what}, which no group owns.`;
}

function nextStep(data: ProposalStatus, caller: Markdown): Markdown {
  const errors = data.problems.some(({ severity }) => severity === "error");
  if (errors) return md`${caller}, the next step is yours: mend what is listed under File.`;
  if (data.missing.includes("group")) return md`${caller}, ${findGroup(data)}`;
  if (data.missing.includes("sponsor")) return md`${caller}, the next step is yours: find a sponsor${whoSponsors(data)}.`;
  return data.sponsor === null
    ? md`Its sponsor takes the next step.`
    : md`${code(data.sponsor)}, named in the file as sponsor, takes the next step.`;
}

function findGroup(data: ProposalStatus): Markdown {
  const nearest = nearestGroups(data);
  const [first] = nearest;
  if (!first) {
    const core = nameAuthority(data.route.authority ?? "core-maintainers", data.governance);
    return md`a group has to stand behind it, and none is near: ask ${core} where it belongs.`;
  }
  if (nearest.length === 1) return md`the next step is yours: ask ${introduce(first)} to stand behind it.`;
  return md`a group has to stand behind it. Nearest: ${listNames(nearest.map(introduce))}.`;
}

/** The groups to ask: whoever decides or recommends, else the advisers of the domain, else whoever owns what it touches. */
function nearestGroups({ route, governance, classification }: ProposalStatus): readonly Group[] {
  const primary = classification.domains.find((domain) => domain.primary)?.id ?? "";
  const advisers = route.consulted.filter((id) => governance.domains.get(primary)?.advisers.includes(id));
  const near = route.group !== null ? [route.group, ...route.jointWith] : advisers.length > 0 ? advisers : route.consulted;
  return near.flatMap((id) => governance.groups.get(id) ?? []).slice(0, 3);
}

function introduce(group: Group): Markdown {
  return group.contact ? md`${groupTitle(group)} (${group.contact})` : md`${groupTitle(group)}`;
}

function whoSponsors({ governance }: ProposalStatus): Markdown {
  const names = governance.ladder.levels.filter((level) => level["may-sponsor"]).map(({ name }) => md`${name}`);
  return names.length === 0 ? nothing : md` (who may: ${join(names, ", ")})`;
}

function nameState(state: string): string {
  return `${state.charAt(0).toUpperCase()}${state.slice(1).replaceAll("-", " ")}`;
}
