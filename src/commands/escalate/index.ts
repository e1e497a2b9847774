import { addDuration } from "../../calendar/index.ts";
import type { DecisionRecord, EscalationAnswer } from "../../domain/decision.ts";
import { ok } from "../../kernel/result.ts";
import { pickHandler, tallyOf } from "../../procedures/index.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { leadLogins } from "../deciding.ts";
import { reasonOf } from "../reading/index.ts";
import { concernedGroups, coreDecides, isAuthor, isCore, isLeadOf, isVoterIn, loginsOf } from "../roles.ts";

type Escalation =
  | { readonly kind: "raise"; readonly reason: string }
  | { readonly kind: "answer"; readonly answer: EscalationAnswer; readonly text: string }
  | { readonly kind: "private"; readonly matter: "security" | "conduct" };

export const escalate = register<Escalation>(
  {
    name: "escalate",
    usage: "/escalate reason, /escalate guidance|return|core text, /escalate security|conduct",
    who: "a lead of the group concerned or Core; after a passed vote any of its voters; its handler answers",
    does: "moves a decision to Core, with a handler and a clock; or answers for Core",
    rules: ["E1", "E2", "E3", "E5"],
    examples: [
      { situation: "in review, by a lead", text: "/escalate We cannot agree on the error model", outcome: "a handler is named" },
      { situation: "in review, by a stranger", text: "/escalate Please decide", outcome: "not-concerned" },
    ],
    parse(line) {
      const said = reasonOf(line).trim();
      const [word = "", ...rest] = said.split(/\s+/);
      const lowered = word.toLowerCase();
      if ((lowered === "security" || lowered === "conduct") && rest.length === 0) return ok({ kind: "private", matter: lowered });
      const text = rest.join(" ");
      if (lowered === "guidance" || lowered === "return" || lowered === "core") return ok({ kind: "answer", answer: lowered, text });
      return ok({ kind: "raise", reason: said });
    },
    authorise: (args, context) =>
      args.kind === "private" ? null : args.kind === "answer" ? whyNoAnswer(args.text, context) : whyNotRaised(args.reason, context),
    apply: (args, context) => {
      if (args.kind === "private") return [{ fact: { type: "private-matter-reported", kind: args.matter } }];
      return args.kind === "answer" ? answer(args.answer, args.text, context) : raise(args.reason, context);
    },
    say: (args, context) =>
      args.kind === "private"
        ? privateChannel(args.matter, context)
        : args.kind === "answer"
          ? "Your answer is recorded."
          : "It is escalated.",
  },
  "/escalate The group cannot agree",
);

function privateChannel(matter: "security" | "conduct", { governance }: CommandContext): string {
  const channel = governance.project["private-channels"][matter];
  return channel
    ? `Only the kind is recorded here. Please go on in private: ${channel}`
    : "Only the kind is recorded here. Please write to a Core Maintainer in private.";
}

const waiting = ({ record }: CommandContext) => record.escalations.find((each) => each.answer === null) ?? null;

/** A group's passed vote whose contest time has not ended (E1). */
function contestable({ record, at }: CommandContext): DecisionRecord | null {
  const { oversight } = record;
  if (oversight === null || oversight.contestUntil === null || at > oversight.contestUntil) return null;
  if (
    oversight.ended !== null &&
    oversight.ended.how !== "window-passed" &&
    oversight.ended.how !== "released" &&
    oversight.ended.how !== "approved"
  )
    return null;
  if (record.state !== "accepted" && record.state !== "rejected") return null;
  return record.decisions.find(({ id }) => id === oversight.decision) ?? null;
}

function whyNotRaised(reason: string, context: CommandContext) {
  const { record, actor } = context;
  const open = waiting(context);
  const who = leadLogins(context);
  if (open) return refuse("escalated", "It is escalated already.", { who: open.handler === null ? [] : [open.handler] });
  if (reason.length === 0)
    return refuse("reason-too-short", "An escalation says what is disputed, and asks for something.", {
      instead: "Write `/escalate` with both.",
    });
  const passed = contestable(context);
  if (passed) {
    return isVoterIn(passed, actor.key) || concernedLead(context) || isCore(context)
      ? null
      : refuse("not-concerned", "A passed vote is contested by its voters.", { who });
  }
  if (record.state !== "in-review") return refuse("not-in-review", `It is \`${record.state}\`: there is no decision to escalate.`, { who });
  if (coreDecides(context))
    return refuse("core-decides", "It is Core's already.", { instead: "A Core Maintainer opens its vote with `/call-vote`." });
  if (!concernedLead(context) && !isCore(context))
    return refuse("not-concerned", "A lead of the group concerned or a Core Maintainer escalates.", { who });
  return null;
}

const concernedLead = (context: CommandContext) => concernedGroups(context).some((group) => isLeadOf(group, context));

function raise(reason: string, context: CommandContext): readonly FactDraft[] {
  const { record, facts, governance, calendar, at, actor, load } = context;
  const contested = contestable(context);
  const parties = [...facts.authors, ...(record.sponsor ? [record.sponsor.person] : []), actor.key];
  const handler = pickHandler({ governance, parties, recused: record.recused, load, today: at.slice(0, 10) });
  const running = record.oversight !== null && record.oversight.ended === null;
  const open = record.decisions.find(({ closed, matter }) => closed === null && matter === "proposal");
  return [
    ...(open ? [{ fact: { type: "decision-closed", decision: open.id, outcome: "ended", ...tallyOf(open) } } satisfies FactDraft] : []),
    ...(contested && running ? [{ fact: { type: "oversight-ended", how: "undone" } } satisfies FactDraft] : []),
    ...(contested ? [{ fact: { type: "state-moved", from: record.state, to: "in-review" } } satisfies FactDraft] : []),
    {
      reason,
      clause: governance.project.escalation?.clause ?? null,
      fact: {
        type: "escalation-opened",
        why: contested ? "contested" : "raised",
        raisedBy: actor.key,
        handler: handler?.login ?? null,
        handlerPerson: handler?.id ?? null,
        answerBy: addDuration(at, governance.project.escalation?.["answer-within"] ?? "5 business days", calendar),
      },
    },
  ];
}

function whyNoAnswer(text: string, context: CommandContext) {
  const open = waiting(context);
  if (!open) return refuse("not-escalated", "No escalation waits for an answer.");
  const core = loginsOf(context.governance.authorities.get("core-maintainers")?.members ?? [], context.governance);
  const who = open.handler === null ? core : [open.handler];
  if (open.handlerPerson !== context.actor.key) return refuse("not-handler", "Its designated handler answers.", { who });
  if (isAuthor(context)) return refuse("own-proposal", "You are an author, and authors do not decide about their own proposal.", { who });
  return text.trim().length > 0
    ? null
    : refuse("reason-too-short", "An answer says what the group is to do.", { instead: "Write it behind the word." });
}

function answer(kind: EscalationAnswer, text: string, context: CommandContext): readonly FactDraft[] {
  const open = waiting(context);
  return open ? [{ reason: text, fact: { type: "escalation-answered", escalation: open.id, answer: kind } }] : [];
}
