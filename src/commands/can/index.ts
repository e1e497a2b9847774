import type { Question } from "../question.ts";

export const can: Question = {
  name: "can",
  usage: "/can",
  who: "anybody, about themselves",
  does: "lists the commands that are open to you here and now, and whose the others are",
  rules: ["T7"],
  examples: [
    { situation: "a new proposal, by a stranger", text: "/can", outcome: "no command but the questions is open to you" },
    { situation: "consensus is open, by a voting member", text: "/can", outcome: "you can: `/call-vote`" },
  ],
};
