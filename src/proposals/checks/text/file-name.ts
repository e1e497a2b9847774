import type { TextCheck } from "../check.ts";
import { quote, topOfFile } from "../finding.ts";

export const fileName: TextCheck = {
  code: "file-name",
  severity: "error",
  rule: "A proposal's file is named `{number}-{slug}.md`: other names are not published (R1.1, R1.7).",
  reads: "head",
  find: ({ document }) => {
    const name = document.file.slice(document.file.lastIndexOf("/") + 1);
    return /^\d+(?:-.*)?\.md$/s.test(name)
      ? []
      : [
          {
            ...topOfFile,
            message: `the file is named ${quote(name)}, and only \`{number}-{slug}.md\` is published`,
            fix: "rename it to `0000-a-few-words.md`, with the pull request's number once it has one",
          },
        ];
  },
};
