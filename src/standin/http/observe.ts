/** One answered REST request, for tests that hold every answer to GitHub's description. */
export interface ObservedResponse {
  readonly operation: string;
  readonly method: string;
  /** As in the description: `/repos/{owner}/{repo}`. */
  readonly pattern: string;
  readonly url: string;
  readonly status: number;
  /** Parsed JSON; undefined for none and for other media. */
  readonly body: unknown;
}

/** One webhook as it was sent. */
export interface ObservedDelivery {
  readonly event: string;
  readonly action: string | null;
  readonly payload: unknown;
}
