import { register } from "../command.ts";
import { confirms, onlyWidens } from "../settling.ts";
import { settleDomains } from "./apply.ts";
import { authoriseDomains, ownersOf } from "./authorise.ts";
import { parseDomains } from "./parse.ts";

export const domain = register<readonly string[]>(
  {
    name: "domain",
    usage: "/domain id…",
    who: "leads of the groups concerned, and Core; the author and the sponsor can only add one",
    does: "settles what the proposal is about; the first id is the primary domain",
    rules: ["Q1", "O2"],
    examples: [
      { situation: "in review, by a lead", text: "/domain forecasts", outcome: "settled and confirmed" },
      { situation: "by the author", text: "/domain readings", outcome: "one domain more is touched" },
      { situation: "in review, by a lead", text: "/domain forecast", outcome: "no-such-domain" },
      { situation: "by a stranger", text: "/domain forecasts", outcome: "not-concerned" },
    ],
    parse: parseDomains,
    authorise: authoriseDomains,
    apply: settleDomains,
    say(ids, context) {
      if (onlyWidens(context))
        return "What you added counts where it widens the concern; leads of the groups concerned and Core settle it.";
      const [primary = "", ...others] = ids.map((id) => `\`${id}\``);
      const beside = others.length > 0 ? `, beside it ${others.join(", ")}` : "";
      return `The primary domain is ${primary}${beside}${confirms(context, ownersOf(ids, context)) ? ", confirmed" : ""}.`;
    },
  },
  "/domain id",
);
