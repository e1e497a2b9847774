import { ok } from "../../kernel/result.ts";
import { register } from "../command.ts";
import { applyAdoption, sayAdoption } from "./apply.ts";
import { authoriseAdoption } from "./authorise.ts";

export const adopt = register<string>(
  {
    name: "adopt",
    usage: "/adopt [group]",
    who: "a lead of the group; a member of an authority that may stand behind proposals",
    does: "the group stands behind the proposal; where the rules make that a decision, it opens",
    rules: ["S2"],
    examples: [
      { situation: "by a lead of the group asked", text: "/adopt", outcome: "the group stands behind it" },
      { situation: "by a lead of the group, who names it", text: "/adopt forecasts", outcome: "the group stands behind it" },
      { situation: "by a stranger", text: "/adopt", outcome: "not-lead" },
    ],
    parse: (line) => ok(line.argument.trim()),
    authorise: authoriseAdoption,
    apply: applyAdoption,
    say: sayAdoption,
  },
  "/adopt",
);

export { applyAdoption, authoriseAdoption, sayAdoption };
