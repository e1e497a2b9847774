import type { ClauseRef } from "../model.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { Written } from "../reading/read-constitution.ts";
import { clauseAt } from "./clause-at.ts";

const projectKeys = ["front-door", "queue", "escalation", "calendar", "recorders", "recording", "holds", "private-channels"];
const procedureKeys = ["act-on-own", "sponsor-own", "away", "confirm"];

/** Lines of rules by name, for refusals that name the rule; a rule that rests on its default stands nowhere and has none. */
export function resolveClauses({ project, procedures, raw }: Written): ReadonlyMap<string, ClauseRef> {
  const listed = procedures?.value.procedures.map(({ id }, index): [string, ClauseRef] => [
    `procedures/${id}`,
    clauseAt(procedures, ["procedures", index]),
  ]);
  return new Map([...linesOf(project, projectKeys, raw), ...linesOf(procedures, procedureKeys, raw), ...(listed ?? [])]);
}

function linesOf(file: WrittenFile<object> | null, keys: readonly string[], raw: Written["raw"]): readonly [string, ClauseRef][] {
  const written = raw.get(file?.path ?? "");
  if (!file || typeof written !== "object" || written === null) return [];
  return keys.filter((key) => key in written).map((key): [string, ClauseRef] => [key, clauseAt(file, [key])]);
}
