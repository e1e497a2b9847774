import { primaryDomain } from "../../domain/primary-domain.ts";
import { groupTitle } from "../../routing/route/index.ts";
import { code, join, type Markdown, md, mention, nothing, phrase } from "../markdown/index.ts";
import { countOf, nameAuthority } from "../names.ts";
import { type Call, describeStage } from "../stages/index.ts";
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
      return describeNow(data, mention);
  }
}

/** The same paragraph, in which whose turn it is may be called, or named alone. */
export function describeNow(data: ProposalStatus, call: Call): Markdown {
  const { title, sentences } = describeStage(data, call);
  const young = data.state === "proposal" || data.state === "draft";
  return join([md`**${title}.**`, young ? aboutWhat(data) : nothing, ...sentences], " ");
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
      return describeStage(data, mention).title;
  }
}

function aboutWhat({ classification, governance, domainBy }: ProposalStatus): Markdown {
  const primary = primaryDomain(classification);
  if (!primary) return md`What it is about is not clear yet.`;
  const owner = governance.groups.get(governance.domains.get(primary.id)?.owner ?? "");
  const sure = classification.confident || domainBy !== null;
  const what = sure ? md`It changes ${code(primary.id)}` : md`It seems to change ${code(primary.id)} (a best guess)`;
  return owner ? md`${what}, which belongs to ${groupTitle(owner)}.` : md`${what}, which no group owns.`;
}

function nameState(state: string): string {
  return `${state.charAt(0).toUpperCase()}${state.slice(1).replaceAll("-", " ")}`;
}
