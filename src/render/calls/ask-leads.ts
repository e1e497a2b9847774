import { formatInstant } from "../../calendar/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import { code, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import { listNames } from "../names.ts";
import { nameBody, plainBody } from "../stages/index.ts";
import type { ProposalStatus } from "../status/index.ts";
import { callComment, mentions } from "./call-comment.ts";

export interface AskLeads {
  readonly key: string;
  /** Group that is asked, or the authority that is asked to name one. */
  readonly body: string;
  readonly logins: readonly string[];
  /** Title of the proposal, as its author wrote it. */
  readonly title: string;
  /** When the next are asked; null when nobody comes after. */
  readonly nextAt: Instant | null;
}

/** Leads of a group, or Core, are asked about a proposal without a group (S2). */
export function renderAskLeads({ key, body, logins, title, nextAt }: AskLeads, data: ProposalStatus): string {
  const { governance, author } = data;
  const who = logins.length === 0 ? md`Leads of ${nameBody(body, governance)}` : listNames(mentions(logins));
  const isCore = governance.authorities.has(body);
  const question = isCore
    ? md`${who}, no group has answered for “${phrase(title, 120)}” by ${code(author.login, 40)}: name one that it belongs to, or stand behind it with ${code("/adopt")}.`
    : md`${who}, ${code(author.login, 40)} asks ${plainBody(body, governance)} to stand behind “${phrase(title, 120)}”: ${code("/adopt")} or ${code("/decline reason")}.`;
  const domains = data.classification.domains.filter(({ primary, touched }) => primary || touched).map(({ id }) => code(id));
  const about = domains.length === 0 ? nothing : md`It is about ${listNames(domains.slice(0, 4))}.`;
  const next: Markdown = nextAt === null ? nothing : md`Without an answer by ${formatInstant(nextAt)} the next are asked.`;
  return callComment(key, [join([question, about, next], " ")]);
}
