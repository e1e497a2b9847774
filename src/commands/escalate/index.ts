import { ok } from "../../kernel/result.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, type FactDraft, register } from "../command.ts";
import { answer, raise } from "./apply.ts";
import { whyNotEscalated } from "./authorise.ts";
import { type Escalation, parseEscalate } from "./parse.ts";
import { sayEscalated } from "./say.ts";

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
    parse: (line) => ok(parseEscalate(line)),
    authorise: whyNotEscalated,
    apply: bringAbout,
    say: sayEscalated,
  },
  "/escalate The group cannot agree",
);

function bringAbout(args: Escalation, context: CommandContext): readonly FactDraft[] {
  if (args.kind === "raise") return raise(args.reason, context);
  if (args.kind === "answer") return answer(args.answer, args.text, context);
  return [{ clause: clauseOf("private-channels", context), fact: { type: "private-matter-reported", kind: args.matter } }];
}
