import { quote } from "../reading/quote.ts";
import { decidingAuthorities } from "./deciding-authorities.ts";
import type { Rule } from "./rule.ts";

export const authorityWithoutProcedure: Rule = {
  code: "authority-without-procedure",
  severity: "error",
  reports: "An authority that decides proposals, `core-maintainers`, or one that reserved matters or escalations go to, has no procedure.",
  because: "Nobody could say when it has decided (G8).",
  check({ written: { project } }) {
    if (!project) return [];
    const deciding = decidingAuthorities(project.value);
    return Object.entries(project.value.authorities)
      .filter(([id, authority]) => deciding.has(id) && authority.procedure === undefined)
      .map(([id]) => ({
        file: project,
        at: ["authorities", id],
        on: "key" as const,
        message: `${quote(id)} decides proposals, and has no procedure`,
        fix: "add `procedure:` with the id of a procedure in procedures.yml",
      }));
  },
};
