import { formatInstant } from "../../calendar/index.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { resolveBody } from "./resolve-body.ts";
import { draftSponsorship, isByDecision, openSponsorship } from "./sponsorship-decision.ts";

/** The adoption, or the decision about it; nothing where it stands or is being decided already (T7). */
export function applyAdoption(written: string, context: CommandContext): readonly FactDraft[] {
  const found = resolveBody(written, context);
  if (!found.ok || context.record.group.stands === found.value.id || openSponsorship(found.value, context)) return [];
  const body = found.value;
  if (isByDecision(body, context)) return draftSponsorship(body, context);
  return [{ clause: body.clause, fact: { type: "group-stood", group: body.id, representative: context.actor.key } }];
}

export function sayAdoption(written: string, context: CommandContext): string {
  const found = resolveBody(written, context);
  if (!found.ok) return "";
  const body = found.value;
  if (context.record.group.stands === body.id || !isByDecision(body, context)) return `${body.name} stands behind it.`;
  const open = openSponsorship(body, context);
  const [draft] = open ? [] : draftSponsorship(body, context);
  const endsAt = open?.endsAt ?? (draft?.fact.type === "decision-opened" ? draft.fact.endsAt : null);
  const until = endsAt === null ? "" : `, until ${formatInstant(endsAt)}`;
  return `${body.name} decides whether to stand behind it${until}: silence is consent, and its voters can \`/block reason\`.`;
}
