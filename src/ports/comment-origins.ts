import type { Subject } from "./ledger.ts";

/** Through which App comments were written, as their deliveries tell: GraphQL does not. */
export interface CommentOrigins {
  /** Of the comments whose deliveries wait to be answered: comment id to the App's slug, null where it was none. Others are not known here. */
  read(subject: Subject): Promise<ReadonlyMap<number, string | null>>;
}
