import type { Subject } from "./ledger.ts";

/** Why a pass was asked for, when no delivery did. */
export type LookCause = "sweep" | "timer" | "constitution" | "shared-head" | "gate-closed" | "start";

/** Durable wishes for later passes: kept before the promise resolves, run at least once, in order per subject. */
export interface Jobs {
  /** Asks for one pass over a pull request; several waiting wishes for one subject are served by one pass. */
  look(subject: Subject, cause: LookCause): Promise<void>;
  /** Asks that every group in the repository's merge queue be judged anew. */
  lookAtQueue(repositoryId: number, cause: LookCause): Promise<void>;
}
