import type { Refusal } from "../../domain/answer.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { matchesDigest } from "../../proposals/index.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { decisionFor, whyNoVoter, whyOtherText } from "../deciding.ts";
import { isVoterIn, loginsOf } from "../roles.ts";
import { nothingOpen } from "../what-would-open.ts";
import type { Lgtm } from "./parse.ts";
import { isOverseen, targetsOf } from "./targets.ts";
import { whyNoConfirmation } from "./why-no-confirmation.ts";
import { whyNoRelease } from "./why-no-release.ts";

export function whyNoLgtm(args: Lgtm, context: CommandContext): Refusal | null {
  switch (args.kind) {
    case "force":
      return whyNoForce(context);
    case "cancel":
      return whyNoCancel(context);
    case "yes":
      return whyNoPart(context) ?? whyBlocking(context) ?? whyNotThisText(args.digest, context);
    default:
      return assertNever(args);
  }
}

/** D2. */
function whyNoForce(context: CommandContext): Refusal {
  const { governance } = context;
  const recorders = governance.project.recorders.flatMap((login) => governance.personByLogin.get(login.toLowerCase()) ?? []);
  const who = loginsOf(new Set([...recorders, ...(governance.authorities.get("core-maintainers")?.members ?? [])]), governance);
  return refuse("no-force", "Nothing is forced here; a decision that was taken in a meeting is entered, with who was for and against.", {
    clause: clauseOf("recorders", context) ?? clauseOf("recording", context),
    who,
    instead: "Write `/record accept <link> yes:@… no:@… abstain:@…`.",
  });
}

function whyNoCancel(context: CommandContext): Refusal | null {
  const decision = decisionFor(context);
  if (!decision) return nothingOpen("in which a yes could be taken back", context);
  return isVoterIn(decision, context.actor.key) ? null : whyNoVoter(context, decision);
}

function whyNoPart(context: CommandContext): Refusal | null {
  if (targetsOf(context).length > 0) return null;
  const decision = decisionFor(context);
  if (decision) return whyNoVoter(context, decision);
  if (isOverseen(context)) return whyNoRelease(context);
  return context.record.unconfirmed === null ? nothingOpen("to say yes to", context) : whyNoConfirmation(context);
}

/** C3: whoever blocks says first that they no longer do. */
export function whyBlocking(context: CommandContext): Refusal | null {
  const blocks = decisionFor(context)?.blocks.some(({ person }) => person === context.actor.key) ?? false;
  return blocks ? refuse("own-block", "Your own block stands, and says no.", { instead: "Write `/unblock` first." }) : null;
}

/** X2. */
function whyNotThisText(named: string | null, context: CommandContext): Refusal | null {
  if (named === null) return whyOtherText(context);
  const { digest } = context.facts;
  if (matchesDigest(named, digest)) return null;
  return refuse("text-changed", `It was not counted: \`${named}\` is not the text at the head, which is \`${digest.slice(0, 12)}\`.`, {
    instead: "Read what changed, and write `/lgtm` again.",
  });
}
