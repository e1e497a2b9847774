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
    examples: [{ situation: "by somebody else", text: "/unsponsor", outcome: "not-sponsor" }],
    parse: () => ok(null),
    authorise: (_, context) => {
      const { sponsor } = context.record;
      return isSponsor(context) ? null : refuse("not-sponsor", "Its sponsor steps back.", { who: sponsor ? [sponsor.login] : [] });
    },
    apply: () => [{ fact: { type: "sponsor-left" } }],
    say: () => "You are no longer its sponsor.",
  },
  "/unsponsor",
);
