/** S7, with the numbers of lifecycle.yml: six months, two askings, sixty days before each. */

import { addDays, addMonths } from "./calendar.ts";
import type { World } from "./world.ts";

const ASKS = 2;
const DAYS_BEFORE_EACH = 60;
const MONTHS = 6;

/** At the end of a pass people who may sponsor are asked, where that is due. */
export function askSponsors(world: World, now: number): void {
  if (world.state !== "proposal" || world.asks.length >= ASKS) return;
  const last = world.asks[world.asks.length - 1] ?? world.restingSince;
  if (addDays(last, DAYS_BEFORE_EACH, world.rules.timeZone) <= now) world.asks.push(now);
}

export function dormantFrom(world: World): number | null {
  const lastAsk = world.asks[ASKS - 1];
  if (world.state !== "proposal" || lastAsk === undefined) return null;
  const quietSince = Math.max(world.restingSince, world.lastAuthorAct);
  return Math.max(addMonths(quietSince, MONTHS, world.rules.timeZone), addDays(lastAsk, DAYS_BEFORE_EACH, world.rules.timeZone));
}
