import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";

/** A record as canonical JSON: equal records have equal bytes. Maps are arrays of pairs, sets arrays, both sorted. Total, as the fold is. */
export function recordToJson(record: ProposalRecord): string {
  return canonicalJson(toPlain(record));
}

/** What events from outside leave out stands in lists as `undefined`, which JSON cannot say: there it is null, as JSON itself does. */
function toPlain(value: unknown): unknown {
  if (value instanceof Map) return sorted([...value].map(([name, member]) => [toPlain(name), toPlain(member)]));
  if (value instanceof Set) return sorted([...value].map(toPlain));
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, toPlain(member)]])));
  }
  return value === undefined ? null : value;
}

/** By the canonical JSON of each, so that the order in which acts arrived does not show. */
function sorted(members: readonly unknown[]): readonly unknown[] {
  return members
    .map((member) => ({ member, key: canonicalJson(member) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ member }) => member);
}
