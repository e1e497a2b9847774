import { formatInstant } from "../../calendar/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { whyNoGroupNow } from "../group/why-no-group-now.ts";
import { whyCannotOpen } from "../opening/index.ts";
import { isAuthor, othersOf } from "../roles.ts";
import { findBody, type StandingBody, speakersOf } from "../standing-body.ts";
import { resolveBody } from "./resolve-body.ts";
import { isByDecision, openSponsorship, shareOf } from "./sponsorship-decision.ts";

/** S2, S3, L11: who may say that a group stands behind a proposal, and when. */
export function authoriseAdoption(written: string, context: CommandContext): Refusal | null {
  const found = resolveBody(written, context);
  if (!found.ok) return found.error;
  const body = found.value;
  const others = othersOf(speakersOf(body.id, context), context);
  if (isAuthor(context)) {
    return refuse("own-proposal", `You are an author, and somebody else answers for ${body.name}.`, { who: others, clause: body.clause });
  }
  const early = whyNoGroupNow(context);
  if (early) return early;
  const { stands } = context.record.group;
  if (stands === body.id) return null;
  if (stands !== null) {
    const other = findBody(stands, context.governance);
    return refuse("group-stands", `${other?.name ?? stands} stands behind it already.`, { clause: other?.clause ?? null });
  }
  return isByDecision(body, context) && openSponsorship(body, context) === null ? whyNoDecision(body, context) : null;
}

/** What keeps a group from deciding about it now (O5, E4, R5.1). */
function whyNoDecision(body: StandingBody, context: CommandContext): Refusal | null {
  const { record } = context;
  const { kind, name } = body;
  if (kind === "interest-group") {
    return refuse("interest-group", `Standing behind a proposal is a decision here, and ${name}, an Interest Group, takes none.`, {
      clause: clauseOf("front-door", context),
      instead: "Ask a Working Group with `/group id`.",
    });
  }
  const open = record.decisions.find(({ closed, matter }) => closed === null && matter !== "recommendation");
  if (open) {
    return refuse("decision-open", `A decision is open until ${formatInstant(open.endsAt)}; one is open at a time.`, {
      instead: "Write it again once that has ended.",
    });
  }
  const escalation = record.escalations.find(({ answer }) => answer === null);
  if (escalation) {
    const who = escalation.handler === null ? [] : [escalation.handler];
    return refuse("escalated", "It is escalated, and the group opens nothing until that is answered.", { who });
  }
  return whyCannotOpen([shareOf(body, context)], "lazy-consensus", context);
}
