import type { Governance } from "../governance/index.ts";
import { epochMilliseconds, type Instant, instant } from "../kernel/instant.ts";
import { dayOf } from "./plan-input.ts";

const oneDay = 86_400_000;

/** The next day on which a route can change by itself: a term or a delegation begins, or has ended the day before. */
export function decideNextLook({ groups }: Governance, now: Instant): Instant | null {
  const terms = [...groups.values()].flatMap(({ leads, voters, delegations }) => [...leads, ...voters, ...delegations]);
  const begins = terms.flatMap(({ since }) => (since === null ? [] : [startOf(since)]));
  const ends = terms.flatMap(({ until }) => (until === null ? [] : [instant(epochMilliseconds(startOf(until)) + oneDay)]));
  const today = startOf(dayOf(now));
  return [...begins, ...ends].filter((at) => at > today).toSorted()[0] ?? null;
}

const startOf = (day: string) => instant(`${day}T00:00:00.000Z`);
