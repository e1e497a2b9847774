/** T2: a deadline takes effect at its own instant, after every act of its second. */

import { closeConsensus } from "./consensus.ts";
import { dormantFrom } from "./dormancy.ts";
import { settleRecord } from "./record.ts";
import { goDormant } from "./road.ts";
import { closeVoteAtItsEnd, closeVoteEarly } from "./votes.ts";
import { openDecisions, type World } from "./world.ts";

interface Deadline {
  readonly at: number;
  readonly fire: () => void;
}

function deadlinesOf(world: World): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  for (const decision of openDecisions(world)) {
    if (decision.procedure === "consensus" || decision.procedure === "recommendation") {
      if (decision.ended) continue;
      const fire = () => {
        decision.ended = true;
        if (closeConsensus(world, decision.endsAt)) world.closings.push(decision.endsAt);
      };
      deadlines.push({ at: decision.endsAt, fire });
    } else {
      const at = decision.deferredAt ?? decision.endsAt;
      const fire = () => {
        closeVoteAtItsEnd(world, decision, at);
        world.closings.push(at);
      };
      deadlines.push({ at, fire });
    }
  }
  const record = world.record;
  if (record !== null) {
    const fire = () => {
      settleRecord(world);
      world.closings.push(record.settlesAt);
    };
    deadlines.push({ at: record.settlesAt, fire });
  }
  const until = world.oversight?.until ?? null;
  if (until !== null) {
    const fire = () => {
      world.oversight = null;
      world.closings.push(until);
    };
    deadlines.push({ at: until, fire });
  }
  const rest = dormantFrom(world);
  if (rest !== null) deadlines.push({ at: rest, fire: () => goDormant(world) });
  return deadlines;
}

/** Everything whose deadline lies before `now`: at `now` itself somebody may still act. */
export function fireDeadlines(world: World, now: number): void {
  for (;;) {
    const due = deadlinesOf(world).filter((deadline) => deadline.at < now);
    if (due.length === 0) return;
    due.sort((a, b) => a.at - b.at);
    due[0]?.fire();
  }
}

/** What closes by itself once an act brought what was missing. */
export function settle(world: World, at: number): void {
  closeConsensus(world, at);
  closeVoteEarly(world, at);
}
