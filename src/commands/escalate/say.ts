import { formatInstant } from "../../calendar/index.ts";
import type { EscalationAnswer } from "../../domain/decision.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import type { CommandContext } from "../command.ts";
import { openEscalation } from "../deciding.ts";
import { raise } from "./apply.ts";
import type { Escalation } from "./parse.ts";

export function sayEscalated(args: Escalation, context: CommandContext): string {
  switch (args.kind) {
    case "private":
      return privateChannel(args.matter, context);
    case "answer":
      return answers[args.answer];
    case "raise":
      return sayRaised(args.reason, context);
    default:
      return assertNever(args);
  }
}

const answers: Readonly<Record<EscalationAnswer, string>> = {
  guidance: "The guidance is recorded, and the group decides anew by it.",
  return: "It is back with the group, with what is asked for.",
  core: "All of Core decides; a Core or Lead Maintainer opens its vote with `/call-vote`.",
};

function sayRaised(reason: string, context: CommandContext): string {
  const open = openEscalation(context);
  if (open) return `It is escalated already, so nothing changes; ${whoAnswers(open.handler, open.answerBy)}`;
  const opened = raise(reason, context).flatMap(({ fact }) => (fact.type === "escalation-opened" ? [fact] : []))[0];
  return opened ? `It is escalated; ${whoAnswers(opened.handler, opened.answerBy)}` : "It is escalated.";
}

function whoAnswers(handler: string | null, by: Parameters<typeof formatInstant>[0]): string {
  if (handler === null) return "nobody of Core is without a part in it, so that a Core Maintainer opens Core's vote with `/call-vote`.";
  return `\`${handler}\` gives a first answer by ${formatInstant(by)}.`;
}

function privateChannel(matter: "security" | "conduct", { governance }: CommandContext): string {
  const channel = governance.project["private-channels"][matter];
  return channel
    ? `Only the kind is recorded here. Please go on in private: ${channel}`
    : "Only the kind is recorded here. Please write to a Core Maintainer in private.";
}
