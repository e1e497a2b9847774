import { idOfGroupPath } from "../reading/defined-names.ts";
import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import { quote } from "../reading/quote.ts";
import type { Checked, Finding, Rule } from "./rule.ts";

interface Defined {
  readonly id: string;
  readonly file: WrittenFile<unknown>;
  readonly at: KeyPath;
}

export const duplicateId: Rule = {
  code: "duplicate-id",
  severity: "error",
  reports: "Two domains, procedures, levels, requirements of a level, reserved matters, groups, states or timers of a state share an id.",
  because: "Only one of them could be meant, and a decision must name the rule it was taken under.",
  check: (checked) => lists(checked).flatMap(repeats),
};

/** Every list in which an id may stand once. */
function lists({ written }: Checked): readonly (readonly Defined[])[] {
  const { domains, procedures, ladder, project, lifecycle, groups } = written;
  const ids = (file: WrittenFile<unknown>, at: KeyPath, list: readonly { id: string }[]): readonly Defined[] =>
    list.map(({ id }, index) => ({ id, file, at: [...at, index, "id"] }));
  const found: (readonly Defined[])[] = [];
  if (domains) found.push(ids(domains, ["domains"], domains.value.domains));
  if (procedures) found.push(ids(procedures, ["procedures"], procedures.value.procedures));
  if (project) found.push(ids(project, ["reserved"], project.value.reserved));
  if (lifecycle) {
    found.push(ids(lifecycle, ["states"], lifecycle.value.states));
    found.push(lifecycle.value.timers.map((timer, index) => ({ id: timer.state, file: lifecycle, at: ["timers", index, "state"] })));
  }
  if (ladder) {
    const { levels, "group-roles": roles } = ladder.value;
    found.push([...ids(ladder, ["levels"], levels), ...ids(ladder, ["group-roles"], roles)]);
    for (const [index, level] of levels.entries()) found.push(ids(ladder, ["levels", index, "requirements"], level.requirements));
    for (const [index, role] of roles.entries()) found.push(ids(ladder, ["group-roles", index, "requirements"], role.requirements));
  }
  // A file whose name differs from its id is reported as that, not once more here.
  const named = groups.filter((group) => idOfGroupPath(group.path) === group.value.id);
  found.push(named.map((group) => ({ id: group.value.id, file: group, at: ["id"] })));
  return found;
}

function repeats(list: readonly Defined[]): readonly Finding[] {
  const first = new Map<string, Defined>();
  return list.flatMap((defined) => {
    const earlier = first.get(defined.id);
    if (!earlier) {
      first.set(defined.id, defined);
      return [];
    }
    const where = `${earlier.file.path}:${earlier.file.places.value(earlier.at).line}`;
    return [
      {
        file: defined.file,
        at: defined.at,
        message: `${quote(defined.id)} stands already in ${where}`,
        fix: "give this one another id, or delete one of the two",
      },
    ];
  });
}
