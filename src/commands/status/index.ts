import type { Question } from "../question.ts";

export const status: Question = {
  name: "status",
  usage: "/status",
  who: "anybody",
  does: "says where the proposal stands, who decides, what is missing and until when",
  rules: ["T7"],
  examples: [
    { situation: "a new proposal, by a stranger", text: "/status", outcome: "waiting for a sponsor" },
    { situation: "consensus is open, by a voting member", text: "/status", outcome: "a block stands" },
  ],
};
