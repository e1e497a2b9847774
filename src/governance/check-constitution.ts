import type { FileProblem } from "../domain/problem.ts";
import { rules } from "./rules/index.ts";
import type { Checked } from "./rules/rule.ts";

/** Holds a constitution against every rule that can be judged with the files that are readable. */
export function checkConstitution(checked: Checked): readonly FileProblem[] {
  return rules.flatMap(({ code, severity, check }) =>
    check(checked).map(({ file, at, on, message, fix }) => ({
      file: file.path,
      ...(on === "key" ? file.places.key(at) : file.places.value(at)),
      severity,
      code,
      message,
      fix,
    })),
  );
}
