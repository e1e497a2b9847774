import { addDuration } from "../../calendar/index.ts";
import { clauseOf } from "../clause-of.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { listedIn, pendingRecord } from "./listed.ts";
import type { Answering, Entering } from "./parse.ts";

export function enter(args: Entering, context: CommandContext): readonly FactDraft[] {
  const { governance, calendar, at, facts, actor } = context;
  const { recording } = governance.project;
  return [
    {
      clause: clauseOf("recording", context) ?? clauseOf("recorders", context),
      fact: {
        type: "record-entered",
        verdict: args.verdict,
        link: args.link,
        ...listedIn(args, context),
        enteredBy: actor.key,
        digest: facts.digest,
        settlesAt: addDuration(at, recording["settles-after"], calendar),
        confirmationsNeeded: recording.confirmations,
      },
    },
  ];
}

/** A second confirmation of the same person changes nothing (T7). */
export function answerRecord(args: Answering, context: CommandContext): readonly FactDraft[] {
  const entry = pendingRecord(context);
  if (!entry) return [];
  const { key } = context.actor;
  if (args.kind === "dispute") return [{ reason: args.reason, fact: { type: "record-ended", record: entry.id, how: "disputed" } }];
  return entry.confirmedBy.includes(key) ? [] : [{ fact: { type: "record-confirmed", record: entry.id, person: key } }];
}
