/** One place of the sources as it stands, and what is put there instead. */
export interface Edit {
  /** From the repository's root. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly put: string;
}

/** A guard of the core, and how it is taken out. */
export interface Guard {
  /** `self-approval`: what no longer holds. */
  readonly name: string;
  /** Number in docs/how-decisions-work.md. */
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Why no history can show it: another guard keeps the same thing, or the vocabulary has no words for it. */
  readonly unseen?: string;
}

/** A source with the edit made. Throws where the text is not there once: the source has changed, and the table is to follow it. */
export function applyEdit(source: string, { file, find, put }: Edit): string {
  const places = source.split(find).length - 1;
  if (places !== 1) throw new Error(`${file} has this ${places} times, not once:\n${find}`);
  return source.replace(find, () => put);
}

/** Most guards are one edit of one file. */
export const guard = (name: string, rule: string, file: string, find: string, put: string): Guard => ({
  name,
  rule,
  edits: [{ file, find, put }],
});

/** One that stays in the table although the simulation cannot see it. */
export const unseen = (guarded: Guard, why: string): Guard => ({ ...guarded, unseen: why });
