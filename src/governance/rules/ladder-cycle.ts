import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const ladderCycle: Rule = {
  code: "ladder-cycle",
  severity: "error",
  reports: "A level of the ladder comes, directly or through others, after itself.",
  because: "Nobody could ever reach it.",
  check({ written: { ladder } }) {
    if (!ladder) return [];
    const after = new Map([...ladder.value.levels, ...ladder.value["group-roles"]].map((level) => [level.id, level.after]));
    const before = (level: string): ReadonlySet<string> => {
      const found = new Set(after.get(level));
      for (const earlier of found) for (const next of after.get(earlier) ?? []) found.add(next);
      return found;
    };
    const reported = new Set<string>();
    return (["levels", "group-roles"] as const).flatMap((list) =>
      ladder.value[list].flatMap((level, index) => {
        const earlier = before(level.id);
        if (!earlier.has(level.id) || reported.has(level.id)) return [];
        // The others of the cycle would only say the same.
        for (const other of earlier) if (before(other).has(level.id)) reported.add(other);
        const message = `${quote(level.id)} comes after itself`;
        return [{ file: ladder, at: [list, index, "after"], message, fix: "remove the level that comes later from `after`" }];
      }),
    );
  },
};
