import type { Rule } from "./rule.ts";

export const timerWithoutTransition: Rule = {
  code: "timer-without-transition",
  severity: "error",
  reports: "A timer makes proposals dormant from a state that has no transition to `dormant` by `timer`.",
  because: "The timer would fire into nothing, or past the rules.",
  check({ written: { lifecycle } }) {
    if (!lifecycle) return [];
    const { timers, transitions } = lifecycle.value;
    return timers.flatMap(({ state, dormant }, index) => {
      const allowed = transitions.some(({ from, to, by }) => from.includes(state) && to === "dormant" && by.includes("timer"));
      if (dormant === undefined || allowed) return [];
      const message = `the timer sends \`${state}\` to \`dormant\`, and no transition allows a timer to do so`;
      return [
        {
          file: lifecycle,
          at: ["timers", index, "dormant"],
          message,
          fix: `add \`- { from: [${state}], to: dormant, by: [timer] }\`, or remove \`dormant\` here`,
        },
      ];
    });
  },
};
