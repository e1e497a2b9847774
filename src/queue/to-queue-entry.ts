import type { Governance } from "../governance/index.ts";
import type { KnownProposal } from "./known-proposal.ts";
import type { QueueEntry } from "./queue-entry.ts";
import { findTargetCycle } from "./target-cycle.ts";

export interface QueueContext {
  readonly governance: Pick<Governance, "project" | "people">;
  /** `YYYY-MM-DD` in the calendar's zone. */
  readonly day: string;
  /** What people call a group or an authority. */
  readonly nameBody: (id: string) => string;
}

/** The proposal's entry in the review queue; null when it waits for no review (S5): not readied, or no longer in the state that was. */
export function toQueueEntry({ record, ...proposal }: KnownProposal, context: QueueContext): QueueEntry | null {
  const { ready, text, group, sponsor } = record;
  if (ready === null) return null;
  const state = ready.kind === "formal" ? "in-review" : "draft";
  if (record.state !== state) return null;
  const { project, people } = context.governance;
  const { stands, representative } = group;
  const areas = project.queue?.roadmap ?? [];
  return {
    ...proposal,
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
    roadmap: stands === null ? [] : areas.filter(({ groups }) => groups.includes(stands)).map(({ area }) => area),
    cycle: record.routed?.change === "extension" ? null : findTargetCycle(context.day, project.calendar),
    revision: text === null ? null : { headSha: text.headSha, digest: text.digest, asReadied: text.digest === ready.digest },
  };
}
