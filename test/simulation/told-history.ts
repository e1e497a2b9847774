import fc from "fast-check";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import { CoreWatch } from "./core-harness.ts";
import { generateHistory } from "./generate.ts";
import type { SimHistory, SimOutcome, SimPass, SimRules, SimText } from "./history.ts";
import { isSound } from "./is-sound.ts";
import { printHistory } from "./print-history.ts";
import { shrinkHistory } from "./shrink.ts";
import { headAt, rulesAt } from "./snapshot-of.ts";

/** A history, and what the real core recorded of it. */
export interface ToldHistory {
  readonly history: SimHistory;
  readonly ledger: readonly LedgerEvent[];
  readonly steps: readonly ToldPass[];
}

/** One pass: the rules and the head that it found, what it recorded, and where the proposal then stood. */
export interface ToldPass {
  readonly pass: SimPass;
  readonly rules: SimRules;
  readonly head: SimText;
  readonly events: readonly LedgerEvent[];
  readonly record: ProposalRecord;
  readonly outcome: SimOutcome;
}

/** The core over a history, pass by pass. */
export function tell(history: SimHistory): ToldHistory {
  const watch = new CoreWatch();
  const outcomes = history.passes.map((pass) => watch.look(history, pass));
  return told(history, watch, outcomes);
}

function told(history: SimHistory, { ledger, records }: CoreWatch, outcomes: readonly SimOutcome[]): ToldHistory {
  const steps = history.passes.flatMap((pass, index): readonly ToldPass[] => {
    const [record, outcome] = [records[index], outcomes[index]];
    if (record === undefined || outcome === undefined) throw new Error("A pass without a record");
    const events = ledger.slice(records[index - 1]?.sequence ?? 0, record.sequence);
    return [{ pass, rules: rulesAt(history, pass), head: headAt(history, pass), events, record, outcome }];
  });
  return { history, ledger, steps };
}

const drawn = new Map<number, ToldHistory>();

/** People do what fits where the core says that the proposal stands. The same seed gives the same history; each is drawn once. */
export function drawHistory(seed: number): ToldHistory {
  const known = drawn.get(seed);
  if (known) return known;
  const watch = new CoreWatch();
  const outcomes: SimOutcome[] = [];
  const look = (sofar: SimHistory) => {
    const pass = sofar.passes.at(-1);
    if (pass === undefined) throw new Error("Nothing looked yet");
    const outcome = watch.look(sofar, pass);
    outcomes.push(outcome);
    return outcome;
  };
  const history = generateHistory(seed, { watch: look, willing: seed % 3 === 0 ? 0 : 0.5 });
  const found = told(history, watch, outcomes);
  drawn.set(seed, found);
  return found;
}

/** `PROPERTY_SEED` draws other histories than the usual ones. */
export const propertySeed = Number(process.env.PROPERTY_SEED ?? 20261123);

/** Seeds of histories; what fast-check draws with the same seed is the same for every property of a file. */
export const historySeed = fc.noBias(fc.nat({ max: 2 ** 31 - 1 }));

/**
 * Whether something holds of many random histories; `says` throws where it does not. The first history of which it does not hold is
 * made as short as it can be and told in the error.
 */
export function holdsInHistories(says: (told: ToldHistory) => void, numRuns: number): void {
  fc.assert(
    fc.property(historySeed, (seed) => {
      const found = drawHistory(seed);
      const error = errorOf(says, found);
      if (error !== null) throw describe(says, found, seed, error);
    }),
    { numRuns, seed: propertySeed, endOnFailure: true },
  );
}

function describe(says: (told: ToldHistory) => void, { history }: ToldHistory, seed: number, error: Error): Error {
  const fails = (shorter: SimHistory) => isSound(shorter) && errorOf(says, tell(shorter)) !== null;
  const shrunk = process.env.PROPERTY_SHRINK === "no" ? history : shrinkHistory(history, fails);
  const { message } = errorOf(says, tell(shrunk)) ?? error;
  return new Error(`History ${seed}, shrunk:\n${printHistory(shrunk)}\n${message}`);
}

function errorOf(says: (told: ToldHistory) => void, found: ToldHistory): Error | null {
  try {
    says(found);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
