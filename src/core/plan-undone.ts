import type { Effect } from "../domain/effect.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { LabelEvent, Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import { epochMilliseconds, type Instant } from "../kernel/instant.ts";
import { renderHandUndone } from "../render/index.ts";
import { sameLabel } from "./label-names.ts";
import { isWritten, longestWait } from "./written-replies.ts";

/** The command by which a state is reached, for whoever put its label on by hand. */
const commands: Readonly<Record<string, string>> = {
  draft: "/sponsor",
  "in-review": "/ready",
  accepted: "/propose accept",
  rejected: "/propose reject",
  final: "/final",
  withdrawn: "/withdraw",
  dormant: "/close reason",
  proposal: "/unsponsor",
};

interface Undoing {
  readonly snapshot: Snapshot;
  readonly record: ProposalRecord;
  readonly governance: Governance;
  readonly now: Instant;
  /** Labels that this pass takes off. */
  readonly taken: readonly string[];
}

/** B1: a label of a state, or of a hold, put on by hand where it decides nothing is put back, with one reply that names the command. */
export function planUndone({ snapshot, record, governance, now, taken }: Undoing): readonly Effect[] {
  const { pullRequest } = snapshot;
  return pullRequest.labelEvents.flatMap((event): readonly Effect[] => {
    const command = commandFor(event, governance);
    const recent = epochMilliseconds(now) - epochMilliseconds(event.at) < longestWait;
    if (command === null || event.actor.bot || !recent || !taken.some((label) => sameLabel(label, event.label))) return [];
    const key = `label/${event.id}`;
    if (isWritten(key, record, snapshot) || record.answers.get(key)?.outcome.kind === "done") return [];
    const why = "What is recorded decides where a proposal stands, and labels only show it.";
    const { login } = event.actor;
    return [
      {
        kind: "create-comment",
        key,
        body: renderHandUndone({ key, login, what: "label", action: "added", name: event.label, why, command }),
      },
    ];
  });
}

function commandFor({ action, label }: LabelEvent, { lifecycle, project }: Governance): string | null {
  if (action !== "labeled") return null;
  if (sameLabel(project.labels.hold, label)) return "/hold reason";
  const state = lifecycle.states.find((each) => sameLabel(each.label, label));
  return state ? (commands[state.id] ?? "/status") : null;
}
