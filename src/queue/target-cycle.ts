import { freezeAt, reviewWindowAt } from "../calendar/index.ts";
import type { Governance } from "../governance/index.ts";
import type { TargetCycle } from "./queue-entry.ts";

type Dates = Pick<Governance["project"]["calendar"], "review-windows" | "freezes">;

/** The cycle that what is decided from the day on can reach: in a hard freeze nothing is put to the vote (V7), so the next one. */
export function findTargetCycle(day: string, { "review-windows": windows, freezes }: Dates): TargetCycle | null {
  const holding = freezeAt(day, freezes);
  const frozenUntil = holding?.kind === "hard" ? holding.closes : null;
  const reachable = windows.filter(({ closes }) => closes >= day && (frozenUntil === null || closes > frozenUntil));
  const window = reviewWindowAt(day, reachable) ?? reachable.toSorted((a, b) => compare(a.opens, b.opens))[0];
  if (window === undefined) return null;
  const begun = frozenUntil !== null && frozenUntil > window.opens ? frozenUntil : window.opens;
  const [freeze] = freezes.filter(({ opens }) => opens > begun).toSorted((a, b) => compare(a.opens, b.opens));
  const { name, opens, closes } = window;
  return {
    window: { name, opens, closes, open: opens <= day && frozenUntil === null },
    freeze: freeze === undefined ? null : { name: freeze.name, opens: freeze.opens },
    frozenUntil,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
