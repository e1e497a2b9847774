import type { Rule } from "./rule.ts";
import { reach } from "./state-graph.ts";

export const inescapableState: Rule = {
  code: "inescapable-state",
  severity: "error",
  reports: "From a state that is not terminal no chain of transitions leads to a terminal one.",
  because: "A proposal would stay open for ever.",
  check({ written: { lifecycle } }) {
    if (!lifecycle) return [];
    const { states } = lifecycle.value;
    const ends = states.filter((state) => state.terminal).map((state) => state.id);
    const leaving = reach(lifecycle.value, ends, true);
    return states.flatMap((state, index) => {
      if (leaving.has(state.id)) return [];
      const message = `\`${state.id}\` is not terminal, and no transition leads from it to an end`;
      return [{ file: lifecycle, at: ["states", index, "id"], message, fix: "add a transition out of it, or write `terminal: true`" }];
    });
  },
};
