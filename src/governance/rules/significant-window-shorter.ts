import { approximateDays } from "./approximate-days.ts";
import type { Rule } from "./rule.ts";

export const significantWindowShorter: Rule = {
  code: "significant-window-shorter",
  severity: "warning",
  reports: "A lazy consensus gives significant matters less time than minor ones.",
  because: "The two were probably swapped (R5.6).",
  check({ written: { procedures } }) {
    if (!procedures) return [];
    return procedures.value.procedures.flatMap((procedure, index) => {
      if (procedure.kind !== "lazy-consensus") return [];
      const { minor, significant } = procedure.window;
      if (approximateDays(significant) >= approximateDays(minor)) return [];
      const at = ["procedures", index, "window", "significant"];
      return [
        { file: procedures, at, message: `significant matters close after ${significant}, minor ones after ${minor}`, fix: "swap the two" },
      ];
    });
  },
};
