import type { Question } from "../question.ts";

export const help: Question = {
  name: "help",
  usage: "/help [command]",
  who: "anybody",
  does: "lists all commands, or says of one how it is written and who may use it",
  rules: ["T7"],
  examples: [
    { situation: "a new proposal, by a stranger", text: "/help", outcome: "- `/block reason`: stops consensus" },
    { situation: "a new proposal, by a stranger", text: "/help block", outcome: "Who: voting members of an open consensus." },
    { situation: "a new proposal, by a stranger", text: "/help blok", outcome: "`/blok` is no command." },
  ],
};
