import { limits } from "../../limits.ts";
import type { TextCheck } from "../check.ts";

export const nestingTooDeep: TextCheck = {
  code: "nesting-too-deep",
  severity: "error",
  rule: "Quotes, lists and spans are not nested deeper than Markdown is read.",
  reads: "head",
  find: ({ tooDeepAt }) =>
    tooDeepAt === null
      ? []
      : [
          {
            line: tooDeepAt,
            column: 1,
            message: `quotes, lists or emphasis are nested ${limits.nesting} levels deep here, and what stands deeper is not read`,
            fix: "write it with fewer levels",
          },
        ],
};
