import type { SimHistory } from "./history.ts";
import { headAt } from "./snapshot-of.ts";

/** A shorter history of which `fails` still holds: acts and passes are left out, in ever smaller pieces, as long as that works. */
export function shrinkHistory(history: SimHistory, fails: (history: SimHistory) => boolean): SimHistory {
  let smallest = history;
  for (let before = Number.POSITIVE_INFINITY; sizeOf(smallest) < before; ) {
    before = sizeOf(smallest);
    smallest = dropPieces(smallest, ({ passes }) => passes.length, withoutPasses, fails);
    smallest = dropPieces(smallest, ({ acts }) => acts.length, withoutActs, fails);
  }
  return smallest;
}

const sizeOf = ({ acts, passes }: SimHistory) => acts.length + passes.length;

type Leave = (history: SimHistory, from: number, count: number) => SimHistory;

function dropPieces(history: SimHistory, lengthOf: (history: SimHistory) => number, leave: Leave, fails: (history: SimHistory) => boolean) {
  let smallest = history;
  for (let count = Math.ceil(lengthOf(history) / 2); count >= 1; count = Math.floor(count / 2)) {
    for (let from = lengthOf(smallest) - count; from >= 0; from--) {
      const shorter = leave(smallest, from, count);
      if (shorter.passes.length > 0 && fails(shorter)) smallest = shorter;
    }
  }
  return smallest;
}

/** What a pass saw of acts is kept by their numbers, whichever are left. */
const withoutActs: Leave = (history, from, count) =>
  showingHeads({ ...history, acts: history.acts.filter((_, index) => index < from || index >= from + count) });

const withoutPasses: Leave = (history, from, count) =>
  showingHeads({ ...history, passes: history.passes.filter((_, index) => index < from || index >= from + count) });

/** Passes show the head that they see, whichever pushes are left. */
const showingHeads = (history: SimHistory): SimHistory => ({
  ...history,
  passes: history.passes.map((pass) => ({ ...pass, shown: headAt(history, pass) })),
});
