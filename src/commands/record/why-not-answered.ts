import type { Refusal } from "../../domain/answer.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { loginsOf } from "../roles.ts";
import { everybodyIn, pendingRecord } from "./listed.ts";
import type { Answering } from "./parse.ts";

/** D2: whoever is listed; who entered it does not confirm it. */
export function whyNotAnswered(args: Answering, context: CommandContext): Refusal | null {
  const { actor, governance } = context;
  const entry = pendingRecord(context);
  const clause = clauseOf("recording", context);
  if (!entry) {
    return refuse("no-record", "No entered decision waits for a confirmation.", {
      clause,
      instead: "One is entered with `/record accept <link> yes:@… no:@… abstain:@…`.",
    });
  }
  const listed = everybodyIn(entry);
  const others = loginsOf(
    listed.filter((person) => person !== entry.enteredBy),
    governance,
  );
  if (!listed.includes(actor.key))
    return refuse("not-listed", "Those who are listed in it confirm or dispute it.", { clause, who: others });
  if (args.kind === "confirm") {
    return entry.enteredBy === actor.key
      ? refuse("own-record", "You entered it, and others who are listed in it confirm it.", { clause, who: others })
      : null;
  }
  return args.reason === ""
    ? refuse("reason-too-short", "A dispute says what is wrong.", { clause, instead: "Write it behind `/record dispute`." })
    : null;
}
