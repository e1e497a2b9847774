import { limits } from "../../limits.ts";
import type { TextCheck } from "../check.ts";
import { quote } from "../finding.ts";

/** What templates leave behind: braces and brackets around what should be filled in, and instructions to the author. */
const patterns: readonly RegExp[] = [
  /(?<![\w/$`])\{(?:[A-Z]{3,20}|[Tt]itle|[Nn]umber|[Ss]lug|[Dd]ate|[Aa]uthor|[Nn]ame|[A-Za-z]+(?: [A-Za-z~\d]+){1,8})\}(?![\w/`])/,
  /\[(?:insert|describe|your|fill in|add your|explain)\b[^\]]{0,80}\]/i,
  /\bdescription of the technical issue being addressed\b/i,
  /^[(_\s]*(?:a )?(?:brief|short),? ?\((?:\\?~|about |approx\.? )?\d+[- ]words?\)/i,
  /\byour (?:proposal|SEP|change) (?:here|goes here)\b/i,
  /\b(?:delete|remove|replace) (?:this|these) (?:line|lines|section|paragraph|comment|text|placeholder|instructions?)\b.{0,40}\b(?:before submitting|when done|with your|if not)/i,
  /\blorem ipsum\b/i,
];

/** What every pattern needs: most paragraphs have nothing of it. */
const hint = /[{[]|description of|brief|short|your|submitting|when done|if not|lorem/i;

export const templateText: TextCheck = {
  code: "template-text",
  severity: "warning",
  rule: "No instruction or placeholder of the template is left in the text.",
  reads: "body",
  find: ({ paragraphs }) =>
    paragraphs.flatMap(({ text, line }) => {
      if (!hint.test(text)) return [];
      const found = patterns
        .map((pattern) => pattern.exec(text.slice(0, limits.fieldCharacters))?.[0])
        .find((match) => match !== undefined);
      return found === undefined
        ? []
        : [
            {
              line,
              column: 1,
              message: `${quote(found)} looks like text of the template`,
              fix: "replace it with your own words, or delete it",
            },
          ];
    }),
};
