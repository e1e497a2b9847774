/**
 * What is kept of a delivery: enough to find its subject and to tell what happened, and no text of people's. A pass reads
 * GitHub again, so the payload itself (20 KB and more, with comments that may later be deleted) is not stored.
 */
export interface Delivery {
  /** `pull_request`; `look` for a wish of Steward's own. */
  readonly event: string;
  /** `opened`; for a look, its cause. */
  readonly action: string | null;
  readonly sender: { readonly id: number; readonly login: string } | null;
  readonly installationId: number | null;
  /** Of a comment: which, and through which other App a person's token wrote it (slug); null for none. Rows of older versions lack it. */
  readonly comment?: { readonly id: number; readonly viaApp: string | null };
  readonly repository: { readonly id: number; readonly owner: string; readonly name: string } | null;
}
