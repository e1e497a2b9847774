import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

/** GitHub refuses a longer label name. */
const most = 50;

export const labelTooLong: Rule = {
  code: "label-too-long",
  severity: "error",
  reports: "A route label, made of `route-prefix` and a group's id, has more than 50 characters.",
  because: "GitHub refuses such a label, and the route could not be shown.",
  check({ written: { project, groups } }) {
    if (!project) return [];
    const prefix = project.value.labels["route-prefix"];
    return groups
      .filter((group) => prefix.length + group.value.id.length > most)
      .map((group) => ({
        file: group,
        at: ["id"],
        message: `the label ${quote(prefix + group.value.id)} has ${prefix.length + group.value.id.length} characters; GitHub allows ${most}`,
        fix: `shorten the id to ${Math.max(most - prefix.length, 1)} characters, or \`route-prefix\` in project.yml`,
      }));
  },
};
