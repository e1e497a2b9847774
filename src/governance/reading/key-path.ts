/** Where a value stands in a file, as keys and list indexes: `["leads", 0, "person"]`. */
export type KeyPath = readonly (string | number)[];

/** A stretch of one line; `line` and `column` count from 1, `length` in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}
