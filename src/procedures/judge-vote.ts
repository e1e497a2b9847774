import type { DecisionOutcome, DecisionPart, DecisionRecord, DecisionRule, VoteThreshold } from "../domain/decision.ts";
import { assertNever } from "../kernel/assert-never.ts";
import { countPart, type PartCount } from "./count-part.ts";
import type { DecisionVerdict } from "./verdict.ts";

type VoteRule = Extract<DecisionRule, { kind: "vote" }>;
type VoteOutcome = Extract<DecisionOutcome, "carried" | "rejected" | "returned" | "not-passed" | "no-quorum">;

/** Figures of one part; `base` is what the quorum is a share of (V3). */
interface Figures {
  readonly eligible: number;
  readonly base: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly short: boolean;
}

/** V2: at its deadline, with every ballot in time; before it only where it may close early and nothing can change any more. */
export function judgeVote(decision: DecisionRecord, late: boolean): DecisionVerdict {
  const parts = decision.parts.flatMap((part) => (part.rule.kind === "vote" ? [{ part, rule: part.rule }] : []));
  const outcomes = parts.map(({ part, rule }) =>
    late ? outcomeOf(figuresOf(decision, part, rule), rule) : certainOutcome(decision, part, rule),
  );
  // V8: where one part surely fails, what the others say changes nothing.
  const failed = outcomes.flatMap((outcome) => (outcome === null || outcome === "carried" ? [] : [outcome]));
  if (failed.length > 0) return { kind: "ends", outcome: worst(failed) };
  if (outcomes.some((outcome) => outcome === null)) return { kind: "open", missing: [{ kind: "time" }] };
  return { kind: "ends", outcome: worst(outcomes.flatMap((outcome) => outcome ?? [])) };
}

/** V8: joint votes pass when every part does; else the outcome is that of the part that fell farthest short. */
const order: readonly VoteOutcome[] = ["no-quorum", "not-passed", "rejected", "returned", "carried"];
const worst = (outcomes: readonly VoteOutcome[]): VoteOutcome => order.find((outcome) => outcomes.includes(outcome)) ?? "no-quorum";

function figuresOf(decision: DecisionRecord, part: DecisionPart, rule: VoteRule): Figures {
  const count = countPart(decision, part);
  const silent = silentVoters(count);
  const gone = silent.filter(({ person }) => rule.away.includes(person)).length;
  return {
    eligible: count.eligible.length,
    base: count.eligible.length - gone,
    yes: count.yes.length,
    no: count.no.length,
    abstain: count.abstain.length,
    short: count.short,
  };
}

const silentVoters = ({ eligible, yes, no, abstain }: PartCount) =>
  eligible.filter((voter) => ![...yes, ...no, ...abstain].includes(voter));

function outcomeOf(figures: Figures, rule: VoteRule): VoteOutcome {
  const { yes, no, abstain, base, eligible, short } = figures;
  const tookPart = yes + no + (rule.abstainCounts ? abstain : 0);
  if (short || tookPart < rule.quorum * base) return rule.notPassed === "escalate" ? "no-quorum" : "returned";
  if (yes > 0 && carries(rule.threshold, figures)) return "carried";
  if (rule.notPassed === "escalate") return "not-passed";
  return no * 2 > eligible ? "rejected" : "returned";
}

/** V4. */
function carries(threshold: VoteThreshold, { yes, no, eligible }: Figures): boolean {
  switch (threshold) {
    case "majority":
      return yes > no;
    case "two-thirds":
      return yes * 3 >= (yes + no) * 2;
    case "half-of-eligible":
      return yes * 2 > eligible;
    case "two-thirds-of-eligible":
      return yes * 3 >= eligible * 2;
    default:
      return assertNever(threshold);
  }
}

/** The outcome that every completion gives, taking those who have voted to stay with it; null while it can still be another. */
function certainOutcome(decision: DecisionRecord, part: DecisionPart, rule: VoteRule): VoteOutcome | null {
  if (!rule.earlyClose) return null;
  const figures = figuresOf(decision, part, rule);
  // Whoever recused themselves may still come back (O7).
  if (figures.short) return null;
  const silent = silentVoters(countPart(decision, part)).length;
  const full = { ...figures, base: figures.eligible };
  const completions: readonly Figures[] = [
    figures,
    { ...full, yes: figures.yes + silent },
    { ...full, no: figures.no + silent },
    { ...full, abstain: figures.abstain + silent },
  ];
  // Where both lead to the next authority, failing for want of voters or of votes is one outcome.
  const failed = (outcome: VoteOutcome): VoteOutcome => (outcome === "no-quorum" ? "not-passed" : outcome);
  const [first, ...others] = completions.map((completion) => failed(outcomeOf(completion, rule)));
  return first !== undefined && others.every((outcome) => outcome === first) ? first : null;
}
