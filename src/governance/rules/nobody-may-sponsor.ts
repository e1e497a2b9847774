import type { Rule } from "./rule.ts";

export const nobodyMaySponsor: Rule = {
  code: "nobody-may-sponsor",
  severity: "warning",
  reports: "No level or role of the ladder has `may-sponsor: true`.",
  because: "Without a sponsor no proposal becomes a draft (R4.1).",
  check({ written: { ladder } }) {
    if (!ladder || [...ladder.value.levels, ...ladder.value["group-roles"]].some((level) => level["may-sponsor"])) return [];
    return [
      {
        file: ladder,
        at: ["levels"],
        on: "key",
        message: "no level may sponsor a proposal",
        fix: "write `may-sponsor: true` at the lowest level that may",
      },
    ];
  },
};
