import type { Question } from "../question.ts";

export const why: Question = {
  name: "why",
  usage: "/why",
  who: "anybody",
  does: "tells from the record who did what, when, and under which clause",
  rules: ["T7"],
  examples: [
    { situation: "a new proposal, by a stranger", text: "/why", outcome: "opened with `seps/12-confidence.md` by `mira`" },
    { situation: "consensus is open, by a voting member", text: "/why", outcome: "`asta` sponsors it" },
  ],
};
