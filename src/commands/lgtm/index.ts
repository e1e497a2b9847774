import { register } from "../command.ts";
import { sayYes, takeBack } from "./apply.ts";
import { whyNoLgtm } from "./authorise.ts";
import { type Lgtm, parseLgtm } from "./parse.ts";
import { sayLgtm } from "./say.ts";

export const lgtm = register<Lgtm>(
  {
    name: "lgtm",
    usage: "/lgtm [cancel|digest]",
    who: "whoever the route names for what is open now",
    does: "your yes to what is open now: a consent, a vote, the approval or early release of oversight, or a changed text",
    rules: ["C2", "V1", "G2", "X2", "X5", "D2"],
    examples: [
      { situation: "consensus open, by a voting member", text: "/lgtm", outcome: "one consent more" },
      { situation: "consensus open, by the author", text: "/lgtm", outcome: "own-proposal" },
    ],
    parse: parseLgtm,
    authorise: whyNoLgtm,
    apply: (args, context) => (args.kind === "cancel" ? takeBack(context) : sayYes(context)),
    say: sayLgtm,
  },
  "/lgtm",
);
