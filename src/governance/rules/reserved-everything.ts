import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const reservedEverything: Rule = {
  code: "reserved-everything",
  severity: "warning",
  reports: "A reserved matter has no condition.",
  because: "It matches every proposal, so that no group decides anything.",
  check({ written: { project } }) {
    if (!project) return [];
    return project.value.reserved.flatMap((matter, index) => {
      const conditions = [matter.domains, matter.types, matter.changes, matter.deprecation, matter["edits-final"]];
      if (conditions.some((condition) => condition !== undefined)) return [];
      const message = `${quote(matter.id)} has no condition and so matches every proposal`;
      return [
        { file: project, at: ["reserved", index, "id"], message, fix: "add `domains`, `types`, `changes`, `deprecation` or `edits-final`" },
      ];
    });
  },
};
