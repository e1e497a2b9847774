import type { NewLedgerEvent } from "../domain/ledger-event.ts";
import type { Snapshot } from "../domain/snapshot.ts";

/** A line that may be a command: whether it is one is decided where comments are read. */
const mayBeCommand = /^[ \uFEFF]{0,4}\/[a-z]/im;

/** Comments by people that may hold a command and have no answer yet: of those it counts through which App they came (T6). */
export function unanswered({ pullRequest }: Snapshot, recorded: readonly NewLedgerEvent[]): readonly number[] {
  const answered = new Set(recorded.flatMap(({ source, fact }) => (fact.type === "act-answered" ? [source.split("#")[0]] : [])));
  return pullRequest.conversation
    .filter(({ author, body }) => !author.bot && mayBeCommand.test(body))
    .map(({ id }) => id)
    .filter((id) => !answered.has(`comment/${id}`));
}

/** The text that the status comment showed last, as far as it is recorded. */
export function lastShown(events: readonly NewLedgerEvent[]): { readonly digest: string; readonly headSha: string } | null {
  const facts = events.map(({ fact }) => fact);
  const last = facts.findLast((fact) => fact.type === "text-published");
  return last?.type === "text-published" ? last : null;
}
