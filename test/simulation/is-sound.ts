import { isDeepStrictEqual } from "node:util";
import type { SimAct, SimHistory } from "./history.ts";

/**
 * Whether the core can be held to a history. A pass takes the text and the rules that it finds for those of its own time, before
 * every act that it finds with them (the time of a push is the word of whoever pushed); so passes look right before and after each.
 * What was never seen as it was written is an edited comment, or none. A push brings another text: one that does not is none.
 */
export function isSound({ acts, passes, proposal }: SimHistory): boolean {
  const inOrder = passes.every(({ at }, index) => at >= (passes[index - 1]?.at ?? proposal.openedAt));
  const pushed = acts.filter((act) => act.kind === "push").map(({ text }) => text);
  const differ = pushed.every((text, index) => !isDeepStrictEqual(text, pushed[index - 1]));
  return (
    inOrder &&
    differ &&
    acts.every((act) => (isOfPass(act) ? isAlone(act, { acts, passes }) : act.kind !== "tamper" || wasSeenBefore(act, passes)))
  );
}

function wasSeenBefore({ act, id }: Extract<SimAct, { kind: "tamper" }>, passes: SimHistory["passes"]): boolean {
  return passes.some(({ seenThrough }) => act <= seenThrough && seenThrough < id);
}

const isOfPass = ({ kind }: SimAct) => kind === "push" || kind === "rules";

function isAlone({ id, at }: SimAct, { acts, passes }: Pick<SimHistory, "acts" | "passes">): boolean {
  const first = passes.findIndex(({ seenThrough }) => seenThrough >= id);
  const [before, found] = [passes[first - 1], passes[first]];
  if (before === undefined || found === undefined || before.at !== at || found.at !== at) return false;
  return acts.every((other) => other.id === id || other.id <= before.seenThrough || other.id > found.seenThrough);
}
