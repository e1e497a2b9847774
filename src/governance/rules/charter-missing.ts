import type { Rule } from "./rule.ts";

export const charterMissing: Rule = {
  code: "charter-missing",
  severity: "warning",
  reports: "A chartered group names no charter.",
  because: "People must be able to read what the group was granted.",
  check: ({ written }) =>
    written.groups
      .filter((group) => group.value.status === "chartered" && group.value.charter === undefined)
      .map((group) => ({
        file: group,
        at: ["status"],
        message: "the group is chartered, and no charter is named",
        fix: "add `charter: { text: <path or address of the charter> }`, or write `status: uncharted`",
      })),
};
