import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const labelWithoutPrefix: Rule = {
  code: "label-without-prefix",
  severity: "warning",
  reports: "The label of a domain does not begin with `domain-prefix`.",
  because: "People read domain labels by their prefix, and a bare word is easily set for another reason.",
  check({ written: { project, domains } }) {
    if (!project || !domains) return [];
    const prefix = project.value.labels["domain-prefix"];
    return domains.value.domains.flatMap((domain, index) =>
      domain.label.startsWith(prefix)
        ? []
        : [
            {
              file: domains,
              at: ["domains", index, "label"],
              message: `the label ${quote(domain.label)} does not begin with ${quote(prefix)}`,
              fix: `write ${quote(prefix + domain.label)}, or change \`domain-prefix\` in project.yml`,
            },
          ],
    );
  },
};
