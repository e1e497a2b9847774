import type { SimHistory, SimOutcome } from "../history.ts";

/** A history, and what the oracle says after each of its passes: drawn once, and put to every broken core. */
export interface JudgedHistory {
  readonly seed: number;
  readonly history: SimHistory;
  readonly outcomes: readonly SimOutcome[];
}

/** At which history a broken core differed first, counted from 1; all null where it never did. */
export interface Trial {
  readonly run: number | null;
  readonly seed: number | null;
  /** `gate: core "green" / oracle "closed"` */
  readonly how: string | null;
}
