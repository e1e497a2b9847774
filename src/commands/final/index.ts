import type { FinalAttestation } from "../../conformance/index.ts";
import { register } from "../command.ts";
import { applyFinal } from "./apply.ts";
import { authoriseFinal } from "./authorise.ts";
import { parseFinal } from "./parse.ts";

export const final = register<FinalAttestation>(
  {
    name: "final",
    usage: "/final, with lines implementation:, schema:, text:, changelog:, conformance: or exempt:",
    who: "the sponsor",
    does: "attests item by item that an accepted proposal is complete, at this head; the gate turns green",
    rules: ["H3"],
    examples: [
      {
        situation: "accepted and complete, by the sponsor",
        text: "/final\nimplementation: https://example.org/demo",
        outcome: "it is final",
      },
      { situation: "accepted and incomplete, by the sponsor", text: "/final", outcome: "incomplete" },
      { situation: "in oversight, by the sponsor", text: "/final", outcome: "in-oversight" },
      { situation: "in draft, by the sponsor", text: "/final", outcome: "not-accepted" },
      { situation: "accepted and complete, by a stranger", text: "/final", outcome: "not-sponsor" },
    ],
    parse: parseFinal,
    authorise: authoriseFinal,
    apply: applyFinal,
    say: (_, { record }) =>
      record.holds.length > 0
        ? "It is final at this head; a hold still keeps it from being merged."
        : "It is final at this head: it can be merged.",
  },
  "/final",
);
