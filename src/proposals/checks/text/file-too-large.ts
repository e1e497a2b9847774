import type { TextCheck } from "../check.ts";
import { topOfFile } from "../finding.ts";

export const fileTooLarge: TextCheck = {
  code: "file-too-large",
  severity: "error",
  rule: "A file is read whole only within limits that any real proposal keeps.",
  reads: "head",
  find: ({ unread }) =>
    unread === null
      ? []
      : [
          {
            ...topOfFile,
            message: `this file has ${unread}: only its beginning was read`,
            fix: "move long listings and data to another file, and link to them",
          },
        ],
};
