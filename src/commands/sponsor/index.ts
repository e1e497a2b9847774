import { applyAdoption, sayAdoption } from "../adopt/index.ts";
import { register } from "../command.ts";
import { authoriseSponsoring } from "./authorise.ts";
import { parseSponsoring, type Sponsoring } from "./parse.ts";

export const sponsor = register<Sponsoring>(
  {
    name: "sponsor",
    usage: "/sponsor [group]",
    who: "whoever may sponsor by the ladder; with `group` a lead, for the group",
    does: "you sponsor the proposal: you review it, keep its status and bring it to a decision; with `group` it is `/adopt`",
    rules: ["S3", "S4"],
    examples: [
      { situation: "by somebody who may sponsor", text: "/sponsor", outcome: "it has a sponsor" },
      { situation: "by a lead of the group asked", text: "/sponsor group", outcome: "the group stands behind it" },
      { situation: "by a stranger", text: "/sponsor", outcome: "may-not-sponsor" },
    ],
    parse: parseSponsoring,
    authorise: authoriseSponsoring,
    apply(sponsoring, context) {
      const { record, actor } = context;
      if (sponsoring.kind === "group") return applyAdoption(sponsoring.written, context);
      return record.sponsor?.person === actor.key ? [] : [{ fact: { type: "sponsor-set", person: actor.key, login: actor.login } }];
    },
    say: (sponsoring, context) => (sponsoring.kind === "group" ? sayAdoption(sponsoring.written, context) : "You are its sponsor."),
  },
  "/sponsor",
);
