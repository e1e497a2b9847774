import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const onBlockNeverDecides: Rule = {
  code: "on-block-never-decides",
  severity: "error",
  reports: "`on-block` of a lazy consensus names a lazy consensus.",
  because: "A block stops lazy consensus; what follows must be able to end it.",
  check({ written: { procedures } }) {
    if (!procedures) return [];
    const lazy = new Set(procedures.value.procedures.filter(({ kind }) => kind === "lazy-consensus").map(({ id }) => id));
    return procedures.value.procedures.flatMap((procedure, index) => {
      if (procedure.kind !== "lazy-consensus" || !lazy.has(procedure["on-block"])) return [];
      const at = ["procedures", index, "on-block"];
      const message = `${quote(procedure["on-block"])} is a lazy consensus, which a block stops as well`;
      return [{ file: procedures, at, message, fix: "name a vote or an approval" }];
    });
  },
};
