import { changeClasses } from "../../domain/proposal-vocabulary.ts";
import type { Actor, AssignmentEvent, LabelEvent, Snapshot } from "../../domain/snapshot.ts";
import type { Governance } from "../../governance/index.ts";
import { changeLabel, sameLabel } from "../label-names.ts";
import { type Act, asLine } from "./act.ts";

/** B1, B2: labels and assignments made by hand that amount to a command and decide nothing. */
export function gatherHandActs({ pullRequest }: Snapshot, governance: Governance): readonly Act[] {
  return [
    ...pullRequest.labelEvents.flatMap((event, index) => toAct(event, index, labelCommand(event, governance), "label")),
    ...pullRequest.assignmentEvents.flatMap((event, index) => toAct(event, index, assignmentCommand(event), "assignment")),
  ];
}

function labelCommand({ action, label }: LabelEvent, governance: Governance): readonly [string, string] | null {
  const { domains, lifecycle, project } = governance;
  const same = (name: string) => sameLabel(name, label);
  const put = action === "labeled";
  if (same(project.labels.hold)) return put ? ["hold", "the label was put on by hand"] : ["unhold", ""];
  if (!put) return null;
  const state = lifecycle.states.find((each) => same(each.label))?.id;
  if (state === "draft") return ["sponsor", ""];
  if (state === "in-review") return ["ready", ""];
  // The choice itself is found with all of them (`findHandFacts`); as a command it is a lead's confirmation besides.
  const domain = [...domains.values()].find((each) => same(each.label))?.id;
  if (domain !== undefined) return ["domain", domain];
  const change = changeClasses.find((each) => same(changeLabel(each, governance)));
  return change === undefined ? null : ["change", change];
}

/** People sponsor only themselves: an assignment by somebody else is no act. */
function assignmentCommand({ action, assignee, actor }: AssignmentEvent): readonly [string, string] | null {
  if (assignee.id === null || assignee.id !== actor.id) return null;
  return [action === "assigned" ? "sponsor" : "unsponsor", ""];
}

function toAct(
  event: { readonly id: string; readonly at: Act["at"]; readonly actor: Actor },
  index: number,
  command: readonly [string, string] | null,
  kind: "label" | "assignment",
): readonly Act[] {
  if (command === null) return [];
  const [name, argument] = command;
  return [
    {
      at: event.at,
      order: [index, 0],
      source: `${kind}/${event.id}`,
      actor: event.actor,
      line: asLine(name, argument),
      readDigest: null,
      repeat: null,
      suggestion: null,
    },
  ];
}
