import type { CommandLine } from "../../commands/reading/index.ts";
import type { Actor } from "../../domain/snapshot.ts";
import type { Instant } from "../../kernel/instant.ts";

/** Something that a person did on the pull request and that may count (T1). */
export interface Act {
  /** GitHub's time of it. */
  readonly at: Instant;
  /** Orders acts of one second: numeric ids of comments and reviews, then the place in the comment. */
  readonly order: readonly [number, number];
  /** `comment/<id>#<index>`, `review/<id>`, `label/<node id>`, `assignment/<node id>`. */
  readonly source: string;
  readonly actor: Actor;
  /** The command it is, or amounts to. */
  readonly line: CommandLine;
  /** Digest that whoever acted could read (X2). */
  readonly readDigest: string | null;
  /** Why it cannot act and is to be repeated (T5, T6); null when it can. */
  readonly repeat: "edited" | "through-app" | null;
  /** A comment line that is no command, close to one: answered with "did you mean". */
  readonly suggestion: string | null;
}

/** By (time, id), as GitHub has them. */
export function compareActs(one: Act, other: Act): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.order[0] - other.order[0] || one.order[1] - other.order[1];
}

/** A command line that no comment holds: what a review, label or assignment amounts to. */
export function asLine(name: string, argument = "", body = ""): CommandLine {
  return { name, explicit: true, argument, body, line: 1, index: 0, count: 1 };
}
