import type { Rule } from "./rule.ts";
import { reach } from "./state-graph.ts";

export const unreachableState: Rule = {
  code: "unreachable-state",
  severity: "error",
  reports: "No chain of transitions leads from `initial` to a state.",
  because: "No proposal could ever be there.",
  check({ written: { lifecycle } }) {
    if (!lifecycle) return [];
    const reached = reach(lifecycle.value, [lifecycle.value.initial]);
    return lifecycle.value.states.flatMap((state, index) => {
      if (reached.has(state.id)) return [];
      const message = `no transition leads from \`${lifecycle.value.initial}\` to \`${state.id}\``;
      return [{ file: lifecycle, at: ["states", index, "id"], message, fix: "add a transition to it, or delete the state" }];
    });
  },
};
