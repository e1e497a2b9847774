import type { ProposalRecord } from "./proposal-record.ts";
import type { HeadFile } from "./snapshot.ts";

/** Paths whose content is another than it was, files that came and files that went included, by path. */
export function changedFiles(before: readonly HeadFile[], after: readonly HeadFile[]): readonly string[] {
  const was = new Map(before.map(({ path, blob }) => [path, blob]));
  const is = new Map(after.map(({ path, blob }) => [path, blob]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path)).sort();
}

/** H2, X3: the head that was attested, or one that differs from it by editorial changes of the proposal's own file alone. */
export function isAttestedHead({ final, text }: Pick<ProposalRecord, "final" | "text">, headSha: string): boolean {
  if (final === null) return false;
  if (final.headSha === headSha) return true;
  return text !== null && text.headSha === headSha && text.digest === final.digest && changedFiles(final.files, text.files).length === 0;
}
