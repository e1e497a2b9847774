import type { ClauseRef } from "../model.ts";
import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";

/** `groups/agents-wg.yml:52`: the line on which a clause begins. */
export function clauseAt(file: WrittenFile<unknown>, path: KeyPath): ClauseRef {
  return `${file.path}:${file.places.key(path).line}`;
}
