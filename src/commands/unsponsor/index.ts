import { ok } from "../../kernel/result.ts";
import { refuse, register } from "../command.ts";
import { isSponsor } from "../roles.ts";

export const unsponsor = register<null>(
  {
    name: "unsponsor",
    usage: "/unsponsor",
    who: "the sponsor",
    does: "you step back; a draft waits for another sponsor",
    rules: ["S3", "S4"],
    examples: [
      { situation: "in draft, by the sponsor", text: "/unsponsor", outcome: "it has no sponsor" },
      { situation: "in draft, by a stranger", text: "/unsponsor", outcome: "not-sponsor" },
    ],
    parse: () => ok(null),
    authorise(_, context) {
      const { sponsor } = context.record;
      if (isSponsor(context)) return null;
      return refuse("not-sponsor", sponsor ? "Its sponsor steps back." : "It has no sponsor.", { who: sponsor ? [sponsor.login] : [] });
    },
    apply: () => [{ fact: { type: "sponsor-left" } }],
    say: (_, { record }) =>
      record.state === "draft" ? "You are no longer its sponsor; the draft waits for another." : "You are no longer its sponsor.",
  },
  "/unsponsor",
);
