import type { Refusal } from "../../domain/answer.ts";
import { type CommandContext, refuse } from "../command.ts";

const states: readonly string[] = ["proposal", "draft", "in-review"];

/** S2: a group comes to stand behind a proposal before it is decided. */
export function whyNoGroupNow({ record }: Pick<CommandContext, "record">): Refusal | null {
  if (states.includes(record.state)) return null;
  const rests = record.state === "dormant" || record.state === "withdrawn";
  return refuse("wrong-state", `It is \`${record.state}\`, and a group takes up what is not decided yet.`, {
    instead: rests ? "Its author brings it back with `/revive`." : null,
  });
}
