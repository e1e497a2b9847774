import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { Checked, Finding, Rule } from "./rule.ts";

interface Stretch {
  readonly file: WrittenFile<unknown>;
  readonly at: KeyPath;
  readonly first: readonly [key: string, day: string | undefined];
  readonly last: readonly [key: string, day: string | undefined];
}

export const datesReversed: Rule = {
  code: "dates-reversed",
  severity: "error",
  reports: "A term, delegation, level, absence, review window or freeze ends before it begins.",
  because: "It would never run, and nobody would notice why.",
  check: (checked) =>
    stretches(checked).flatMap(({ file, at, first: [beginKey, begin], last: [endKey, end] }): readonly Finding[] => {
      if (begin === undefined || end === undefined || begin <= end) return [];
      const message = `\`${endKey}\` is ${end}, before \`${beginKey}\`, which is ${begin}`;
      return [{ file, at: [...at, endKey], message, fix: "swap the two, or correct the one that is wrong" }];
    }),
};

function stretches({ written: { project, people, groups } }: Checked): readonly Stretch[] {
  const found: Stretch[] = [];
  const term = (file: WrittenFile<unknown>, at: KeyPath, { since, until }: { since?: string | undefined; until?: string | undefined }) =>
    found.push({ file, at, first: ["since", since], last: ["until", until] });
  for (const list of ["review-windows", "freezes"] as const) {
    for (const [index, { opens, closes }] of (project?.value.calendar[list] ?? []).entries()) {
      if (project) found.push({ file: project, at: ["calendar", list, index], first: ["opens", opens], last: ["closes", closes] });
    }
  }
  for (const [index, person] of (people?.value.people ?? []).entries()) {
    if (!people) continue;
    for (const [place, held] of person.levels.entries()) term(people, ["people", index, "levels", place], held);
    for (const [place, { from, until }] of person.away.entries()) {
      found.push({ file: people, at: ["people", index, "away", place], first: ["from", from], last: ["until", until] });
    }
  }
  for (const group of groups) {
    for (const list of ["leads", "members", "delegations"] as const) {
      for (const [index, entry] of group.value[list].entries()) term(group, [list, index], entry);
    }
  }
  return found;
}
