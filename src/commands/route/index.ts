import { ok } from "../../kernel/result.ts";
import { refuse, register } from "../command.ts";
import { takeWord } from "../reading/index.ts";
import { concernedGroups, isAuthor, isCore, isLeadOf, loginsOf } from "../roles.ts";

export const route = register<"core" | "group">(
  {
    name: "route",
    usage: "/route core|group",
    who: "core: leads of the groups concerned, and Core; group: Core",
    does: "sends it to Core, or back to what the rules say",
    rules: ["Q2"],
    examples: [{ situation: "by a stranger", text: "/route core", outcome: "not-concerned" }],
    parse(line) {
      const word = takeWord(line.argument, ["core", "group"]);
      return word.ok ? ok(word.value.word) : word;
    },
    authorise(to, context) {
      const { record, governance } = context;
      const core = loginsOf(governance.authorities.get("core-maintainers")?.members ?? [], governance);
      const busy =
        record.decisions.some(({ closed }) => closed === null) ||
        record.escalations.some(({ answer }) => answer === null) ||
        record.entered.some(({ ended }) => ended === null);
      if (busy) return refuse("decision-open", "Something is open about it, and ends first.");
      if (to === "group" && isAuthor(context))
        return refuse("own-proposal", "You are an author, and nobody makes the route of their own proposal more delegated.", { who: core });
      if (isCore(context)) return null;
      const lead = concernedGroups(context).some((group) => isLeadOf(group, context));
      return to === "core" && lead
        ? null
        : refuse("not-concerned", to === "core" ? "A lead of the group concerned or Core sends it there." : "Core gives it back.", {
            who: core,
          });
    },
    apply: (to) => [{ fact: { type: "route-set", to: to === "core" ? "core" : "rules" } }],
    say: (to) => (to === "core" ? "Core decides it." : "It goes by the rules again."),
  },
  "/route core",
);
