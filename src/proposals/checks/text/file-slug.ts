import type { TextCheck } from "../check.ts";
import { quote, topOfFile } from "../finding.ts";

export const fileSlug: TextCheck = {
  code: "file-slug",
  severity: "warning",
  rule: "After the number, a proposal's file name has a slug of letters, digits and hyphens (R1.1).",
  reads: "head",
  find: ({ document }) => {
    const name = document.file.slice(document.file.lastIndexOf("/") + 1);
    return !/^\d+(?:-.*)?\.md$/s.test(name) || /^\d+-[A-Za-z0-9-]+\.md$/.test(name)
      ? []
      : [
          {
            ...topOfFile,
            message: `the file is named ${quote(name)}, without a slug of letters, digits and hyphens`,
            fix: "name it `{number}-a-few-words.md`",
          },
        ];
  },
};
