import { limits } from "../../limits.ts";
import type { TextCheck } from "../check.ts";
import { quote } from "../finding.ts";

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

export const deadAnchor: TextCheck = {
  code: "dead-anchor",
  severity: "warning",
  rule: "A link inside the file names a heading or anchor that exists.",
  reads: "body",
  find: ({ document, anchors }) => {
    const known = new Set([...anchors].map((anchor) => anchor.toLowerCase().replace(/^user-content-/, "")));
    const dead = document.links.filter(({ url }) => {
      if (!url.startsWith("#") || url.startsWith("#:~:")) return false;
      const fragment = decoded(url.slice(1))
        .toLowerCase()
        .replace(/^user-content-/, "");
      return fragment !== "" && fragment !== "top" && !known.has(fragment);
    });
    return dead.slice(0, limits.repeats).map(({ url, line, column, text }, index) => ({
      line,
      column,
      length: Math.min(text.length + url.length + 4, 80),
      message: `no heading of this file has the anchor ${quote(url)}${index === limits.repeats - 1 && dead.length > limits.repeats ? `, and ${dead.length - limits.repeats} more links are like it` : ""}`,
      fix: "link to the anchor that GitHub gives the heading, as its link icon shows",
    }));
  },
};
