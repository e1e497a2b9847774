import type { TextCheck } from "../check.ts";
import { atHeading, quote } from "../finding.ts";

const placeholder =
  /^(?:[{[<(].*[}\]>)]|(?:your |the |sep |proposal |short |descriptive )*(?:title|name)(?: here| of .*)?|untitled|tbd|todo|x{3,}|\.\.\.|…)[.…]?$/i;

export const titlePlaceholder: TextCheck = {
  code: "title-placeholder",
  severity: "error",
  rule: "The title is the proposal's own, not the template's.",
  reads: "head",
  find: ({ titleHeading }) => {
    const title = titleHeading?.title?.slice(0, 200) ?? null;
    return title !== null && placeholder.test(title)
      ? [{ ...atHeading(titleHeading?.heading), message: `the title still reads ${quote(title)}`, fix: "say in a few words what changes" }]
      : [];
  },
};
