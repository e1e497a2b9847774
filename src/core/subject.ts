import type { ChangedFile, FilePair } from "../domain/snapshot.ts";

/** What a pull request is, by the files it changes (design section 5, step 1). */
export type Subject =
  | { readonly kind: "not-a-proposal" }
  /** GitHub lists only a part of its files, and no proposal is among them. */
  | { readonly kind: "unknown" }
  | { readonly kind: "several-proposals"; readonly files: readonly string[] }
  /** Files of proposals that stand on the default branch already are edited, moved or deleted. */
  | { readonly kind: "record-change"; readonly files: readonly string[]; readonly final: number }
  /** A proposal was here, and its file is gone from the folder. */
  | { readonly kind: "moved-out"; readonly file: string }
  | {
      readonly kind: "proposal";
      readonly file: string;
      /** Null when its text was not read. */
      readonly pair: FilePair | null;
      /** It changes final proposals beside its own file. */
      readonly editsFinal: boolean;
    };

/** A changed file of the proposal folder. */
export interface Candidate {
  readonly path: string;
  /** `new`: it was no proposal before; `gone`: it is none any more. */
  readonly role: "new" | "edited" | "gone";
  readonly file: ChangedFile;
}
