import { addDuration, formatInstant } from "../../calendar/index.ts";
import { type CommandContext, register } from "../command.ts";
import { answerRecord, enter } from "./apply.ts";
import { parseRecording, type Recording } from "./parse.ts";
import { whyNotAnswered } from "./why-not-answered.ts";
import { whyNotEntered } from "./why-not-entered.ts";

export const record = register<Recording>(
  {
    name: "record",
    usage: "/record accept|reject|return link yes:@… no:@… abstain:@…, /record confirm, /record dispute reason",
    who: "a Core Maintainer or a recorder; whoever is listed confirms or disputes",
    does: "enters a decision of Core that was taken elsewhere",
    rules: ["D1", "D2"],
    examples: [
      {
        situation: "Core decides, by a Core Maintainer",
        text: "/record accept https://example.org/notes yes:@asta,@cleo no:@bo-okafor abstain:",
        outcome: "it waits for two of those listed",
      },
      {
        situation: "Core decides, by a Core Maintainer",
        text: "/record accept https://example.org/notes yes:@asta no:@cleo abstain:",
        outcome: "not-carried",
      },
      { situation: "a decision was entered, by somebody listed in it", text: "/record confirm", outcome: "one confirmation more" },
      { situation: "by a stranger", text: "/record accept https://example.org/notes yes:@juno no: abstain:", outcome: "not-recorder" },
      { situation: "nothing was entered", text: "/record confirm", outcome: "no-record" },
    ],
    parse: parseRecording,
    authorise: (args, context) => (args.kind === "enter" ? whyNotEntered(args, context) : whyNotAnswered(args, context)),
    apply: (args, context) => (args.kind === "enter" ? enter(args, context) : answerRecord(args, context)),
    say,
  },
  "/record accept https://example.org/notes yes:@juno no: abstain:",
);

function say(args: Recording, context: CommandContext): string {
  if (args.kind === "dispute") return "The entry is disputed, and has no effect.";
  if (args.kind === "confirm") {
    return answerRecord(args, context).length > 0 ? "Your confirmation is recorded." : "You had confirmed it already, so nothing changes.";
  }
  const { recording } = context.governance.project;
  const settles = formatInstant(addDuration(context.at, recording["settles-after"], context.calendar));
  return `It is entered, and takes effect when ${recording.confirmations} others listed in it write \`/record confirm\`, or ${settles} if none of them disputes it.`;
}
