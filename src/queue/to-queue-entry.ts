import type { Governance } from "../governance/index.ts";
import type { KnownProposal } from "./known-proposal.ts";
import type { QueueEntry } from "./queue-entry.ts";
import { findTargetCycle } from "./target-cycle.ts";
import { waitOf } from "./wait-of.ts";
import { whoDecides } from "./who-decides.ts";

export interface QueueContext {
  readonly governance: Pick<Governance, "project" | "people" | "procedures">;
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly day: string;
  /** What people call a group or an authority. */
  readonly nameBody: (id: string) => string;
}

/** The proposal's entry in the review queue; null when it waits for no review (S5): not readied, or no longer in the state that was. */
export function toQueueEntry(proposal: KnownProposal, context: QueueContext): QueueEntry | null {
  const { record, pullRequest, number, title, link } = proposal;
  const { ready, text, group, sponsor } = record;
  if (ready === null) return null;
  const state = ready.kind === "formal" ? "in-review" : "draft";
  if (record.state !== state) return null;
  const { project, people } = context.governance;
  const { stands, representative } = group;
  const areas = project.queue?.roadmap ?? [];
  const cycle = findTargetCycle(context.day, project.calendar);
  return {
    pullRequest,
    number,
    title,
    link,
    kind: ready.kind,
    state,
    readySince: ready.date,
    group:
      stands === null
        ? null
        : {
            id: stands,
            name: context.nameBody(stands),
            representative: representative === null ? null : (people.get(representative)?.login ?? representative),
          },
    sponsor: sponsor?.login ?? null,
    decides: whoDecides(proposal).map(context.nameBody),
    waitsFor: waitOf(proposal, { ...context, cycle }),
    roadmap: stands === null ? [] : areas.filter(({ groups }) => groups.includes(stands)).map(({ area }) => area),
    cycle: record.routed?.change === "extension" ? null : cycle,
    revision: text === null ? null : { headSha: text.headSha, digest: text.digest, asReadied: text.digest === ready.digest },
  };
}
