import { formatInstant } from "../../calendar/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import { code, join, type Markdown, md, mention } from "../markdown/index.ts";
import { listNames } from "../names.ts";
import { describeNow, type ProposalStatus } from "../status/index.ts";
import { callComment, mentions } from "./call-comment.ts";

export interface Reminder {
  /** What it is about, once: `sponsor/2026-12-03`. */
  readonly key: string;
  /** Whose turn it is. */
  readonly logins: readonly string[];
  readonly since: Instant;
}

/** The words of the status comment, with a call to whose turn it is. */
export function renderReminder({ key, logins, since }: Reminder, data: ProposalStatus): string {
  const turn = new Set(logins.slice(0, 10));
  const named = new Set<string>();
  const stands = describeNow(data, (login) => {
    if (!turn.has(login) || named.has(login)) return code(login, 40);
    named.add(login);
    return mention(login);
  });
  const others = [...turn].filter((login) => !named.has(login));
  const first: Markdown = others.length === 0 ? stands : md`${listNames(mentions(others))}: ${stands}`;
  return callComment(key, [join([first, md`It has waited since ${formatInstant(since)}.`], " ")]);
}
