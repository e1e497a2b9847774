import { formatInstant } from "../../calendar/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import type { DecisionRecord } from "../../domain/decision.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { coreDecidesNow, leadLogins, openEscalation, voterLogins, whyNotInReview, whyOtherText, whyVetoed } from "../deciding.ts";
import { whyCannotOpen } from "../opening/index.ts";
import { decidingGroups, isCore, loginsOf } from "../roles.ts";
import { coreShare } from "../shares.ts";
import { everybodyIn, type Listed, listedIn, outcomeOf, pendingRecord, personOfLogin, voteOfListed } from "./listed.ts";
import type { Entering } from "./parse.ts";

export function whyNotEntered(args: Entering, context: CommandContext): Refusal | null {
  return (
    whyNoRecorder(context) ??
    whyNotInReview(context) ??
    whyNotCores(context) ??
    whyNotNow(context) ??
    (args.verdict === "accept" ? whyVetoed(context) : null) ??
    whyOtherText(context) ??
    whyNotCarried(args, context)
  );
}

function whyNoRecorder(context: CommandContext): Refusal | null {
  const { governance, actor } = context;
  const core = governance.authorities.get("core-maintainers");
  const recorders = governance.project.recorders.map((login) => personOfLogin(login, context));
  if (isCore(context) || recorders.includes(actor.key)) return null;
  return refuse("not-recorder", "A Core Maintainer or a recorder named in project.yml enters a decision.", {
    clause: clauseOf("recorders", context) ?? core?.clause ?? null,
    who: loginsOf(new Set([...recorders, ...(core?.members ?? [])]), governance),
  });
}

/** D1: of Core alone; where it is escalated, Core may have decided it. */
function whyNotCores(context: CommandContext): Refusal | null {
  if (coreDecidesNow(context) || openEscalation(context) !== null) return null;
  return refuse("group-decides", "A group decides this, and only decisions of Core are entered.", {
    clause: decidingGroups(context)[0]?.clause ?? null,
    who: leadLogins(context),
    instead: "A lead opens the group's own with `/propose accept`.",
  });
}

function whyNotNow(context: CommandContext): Refusal | null {
  const { record } = context;
  const open = record.decisions.find(({ closed, matter }) => closed === null && matter !== "recommendation");
  if (open) {
    return refuse("decision-open", `A decision is open until ${formatInstant(open.endsAt)}, and that one decides.`, {
      who: voterLogins(open),
      instead: "Vote in it: `/vote yes|no|abstain`.",
    });
  }
  if (pendingRecord(context) === null) return null;
  return refuse("record-pending", "One is entered already, and waits for its confirmation.", {
    clause: clauseOf("recording", context),
    instead: "Those who are listed in it write `/record confirm` or `/record dispute reason`.",
  });
}

/** D1: people, quorum and threshold are those of Core's own vote; a record that does not reach what it says is refused. */
function whyNotCarried(args: Entering, context: CommandContext): Refusal | null {
  const listed = listedIn(args, context);
  const vote = voteOfListed(listed, context);
  const [part] = vote?.parts ?? [];
  // V7 is of votes that open here: a meeting has its own time.
  if (!vote || !part)
    return whyCannotOpen([coreShare(context)], "vote", context) ?? refuse("no-procedure", "The constitution names no vote of Core.");
  const clause = clauseOf(`procedures/${part.rule.procedure}`, context);
  const wrong = whyNotThese(listed, vote, clause);
  if (wrong) return wrong;
  const reached = outcomeOf(vote);
  if (reached === args.verdict) return null;
  const counts = `${listed.yes.length} yes and ${listed.no.length} no of ${part.electorate.length} eligible`;
  return refuse("not-carried", `With ${counts} the outcome is \`${reached}\`, not \`${args.verdict}\`.`, {
    clause,
    instead: `Enter it as \`/record ${reached}\`, or name everybody who decided.`,
  });
}

function whyNotThese(listed: Listed, vote: DecisionRecord, clause: string | null): Refusal | null {
  const everybody = everybodyIn(listed);
  const eligible = new Set(vote.parts.flatMap(({ electorate }) => electorate.map(({ person }) => person)));
  const who = voterLogins(vote);
  if (everybody.length === 0) return refuse("nobody-named", "It names nobody who decided.", { clause, who });
  const other = everybody.find((person) => !eligible.has(person));
  if (other !== undefined) {
    return refuse("not-eligible", `\`${other}\` has no vote in Core's decision on this proposal.`, {
      clause,
      instead: `Eligible are ${who.map((login) => `\`${login}\``).join(", ")}.`,
    });
  }
  const twice = everybody.find((person, index) => everybody.indexOf(person) !== index);
  return twice === undefined
    ? null
    : refuse("named-twice", `\`${twice}\` is named twice.`, { instead: "Enter it anew with each name once." });
}
