import type { EarlierText } from "../core/index.ts";
import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { Plan } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { GitHub } from "../ports/github.ts";

/** As of any text that a pass reads. */
const maximumBytes = 1_000_000;

/**
 * The proposal's file at the head that was read before, where a plan finds the normative text changed; null where none was, or
 * where GitHub no longer has that commit. One request, and only for such a push.
 */
export async function readEarlier(
  github: Pick<GitHub, "readForeignFiles">,
  { repository }: Snapshot,
  { events, view }: Plan,
  recorded: readonly LedgerEvent[],
): Promise<EarlierText | null> {
  const changed = events.some(({ fact }) => fact.type === "text-read" && fact.change === "normative");
  const facts = recorded.map(({ fact }) => fact);
  const last = facts.findLast((fact) => fact.type === "text-read");
  if (!changed || last?.type !== "text-read" || view.file === null) return null;
  // A proposal gets its number by a new name of its file.
  const names = facts.flatMap((fact) => (fact.type === "proposal-opened" ? [fact.file] : []));
  const paths = [...new Set([view.file, ...names])];
  const read = await github.readForeignFiles(`${repository.owner}/${repository.name}`, paths, maximumBytes, last.headSha);
  if (!read.known) return null;
  const texts = paths.flatMap((path) => {
    const entry = read.value.entries.get(path);
    return entry?.kind === "file" && entry.file.text !== null ? [entry.file.text] : [];
  });
  return texts[0] === undefined ? null : { headSha: last.headSha, text: texts[0] };
}
