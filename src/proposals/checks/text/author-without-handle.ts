import type { TextCheck } from "../check.ts";
import { atValue, listed, quote } from "../finding.ts";

const shown = 5;

export const authorWithoutHandle: TextCheck = {
  code: "author-without-handle",
  severity: "warning",
  rule: "Each author has a GitHub handle: authors do not decide their own proposal, and a name alone cannot tell who that is (R1.2, V4).",
  reads: "head",
  find: ({ fields, document }) => {
    const field = fields.get("author");
    const names = document.authors.flatMap((author) => (author.handle === null && author.name !== null ? [quote(author.name)] : []));
    if (field === undefined || names.length === 0) return [];
    const listing = names.length > shown ? `${names.slice(0, shown).join(", ")} and ${names.length - shown} more` : listed(names);
    return [
      {
        ...atValue(field),
        message: `${listing} ${names.length === 1 ? "has" : "have"} no GitHub handle here`,
        fix: "write each author as `Name (@handle)`; for a group, name the people who wrote it",
      },
    ];
  },
};
