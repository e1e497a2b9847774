import { formatDay } from "../calendar/index.ts";
import type { ClauseRef, Governance } from "../governance/index.ts";
import { assertNever } from "../kernel/assert-never.ts";
import type { PlacedEntry, PlaceReason, QueueEntry } from "./queue-entry.ts";

type QueueRules = NonNullable<Governance["project"]["queue"]>;
type OrderRule = QueueRules["order"][number];
type Exception = QueueRules["exceptions"][number];

/**
 * The review queue in its order (L12): exceptions where they were put, all else by each rule of `queue.order`, the first one first,
 * then by number of the pull request. Every entry says what each rule made of it. Without rules the number alone orders.
 */
export function orderQueue(
  entries: readonly QueueEntry[],
  rules: QueueRules | undefined,
  clause: ClauseRef | null,
): readonly PlacedEntry[] {
  const order = rules?.order ?? [];
  const exceptions = rules?.exceptions ?? [];
  const compare = (a: QueueEntry, b: QueueEntry) => standing(a, exceptions) - standing(b, exceptions) || compareBy(order, a, b);
  const ordered = entries.toSorted((a, b) => compare(a, b) || a.pullRequest - b.pullRequest);
  return ordered.map((entry, index) => {
    const hasEqual = [ordered[index - 1], ordered[index + 1]].some((other) => other !== undefined && compare(entry, other) === 0);
    const exception = exceptions.find((each) => each["pull-request"] === entry.pullRequest);
    const reasons = [
      ...(exception === undefined ? [] : [{ ...explainException(exception), clause }]),
      ...order.map((rule): PlaceReason => ({ ...explainPlace(rule, entry), clause })),
      ...(hasEqual ? [{ code: "lower-number", text: "Among equals the lower number comes first.", clause: null }] : []),
    ];
    return { ...entry, place: index + 1, reasons };
  });
}

/** Where an exception puts it: negative before all others, positive after them, 0 without one. */
function standing({ pullRequest }: QueueEntry, exceptions: readonly Exception[]): number {
  const index = exceptions.findIndex((each) => each["pull-request"] === pullRequest);
  const exception = exceptions[index];
  if (exception === undefined) return 0;
  return exception.place === "first" ? index - exceptions.length : index + 1;
}

function explainException({ place, reason }: Exception): Omit<PlaceReason, "clause"> {
  return { code: "exception", text: `Put ${place} by an exception: ${reason}` };
}

function compareBy(order: readonly OrderRule[], a: QueueEntry, b: QueueEntry): number {
  for (const rule of order) {
    const [left, right] = [rankOf(rule, a), rankOf(rule, b)];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** What comes first has the lower rank; ranks of one rule compare as strings. */
function rankOf(rule: OrderRule, { kind, roadmap, readySince }: QueueEntry): string {
  switch (rule) {
    case "formal-reviews-first":
      return kind === "formal" ? "0" : "1";
    case "roadmap-first":
      return roadmap.length > 0 ? "0" : "1";
    case "oldest-readiness-first":
      return readySince;
    default:
      return assertNever(rule);
  }
}

function explainPlace(rule: OrderRule, { kind, roadmap, readySince, group }: QueueEntry): Omit<PlaceReason, "clause"> {
  switch (rule) {
    case "formal-reviews-first":
      return kind === "formal"
        ? { code: "formal-review", text: "A formal review, which comes before pre-reviews." }
        : { code: "pre-review", text: "A pre-review, which comes after formal reviews." };
    case "roadmap-first":
      return roadmap.length > 0
        ? { code: "on-roadmap", text: `On the roadmap: ${roadmap.join("; ")}.` }
        : {
            code: "not-on-roadmap",
            text: group === null ? "Not on the roadmap: no group stands behind it." : `Not on the roadmap: no area names ${group.name}.`,
          };
    case "oldest-readiness-first":
      return { code: "ready-since", text: `Ready since ${formatDay(readySince)}.` };
    default:
      return assertNever(rule);
  }
}
