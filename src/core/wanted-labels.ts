import { changeClasses } from "../domain/proposal-vocabulary.ts";
import type { Governance } from "../governance/index.ts";
import type { Assessment } from "./assess-proposal.ts";
import type { HandChoices } from "./hand-choices.ts";
import { changeLabel, routeLabel, sameLabel } from "./label-names.ts";

/** The labels that a proposal should carry, in the order in which they are put on. */
export function wantedLabels(
  governance: Governance,
  {
    state,
    held,
    assessment,
    choices,
  }: { readonly state: string | null; readonly held: boolean; readonly assessment: Assessment | null; readonly choices: HandChoices },
): readonly string[] {
  const { labels } = governance.project;
  const stateLabel = governance.lifecycle.states.find(({ id }) => id === state)?.label;
  const wanted = [
    labels.proposal,
    ...(assessment ? domainLabels(governance, assessment, choices) : []),
    ...(assessment ? [routeLabel(assessment.route, governance)] : []),
    ...(assessment ? changeLabels(governance, assessment, choices) : []),
    ...(stateLabel === undefined ? [] : [stateLabel]),
    ...(held ? [labels.hold] : []),
  ];
  return wanted.filter((label, index) => wanted.findIndex((other) => sameLabel(other, label)) === index);
}

/** Primary first, then what it surely touches; what a person took off stays off, what a person put on stays on. */
function domainLabels({ domains }: Governance, { classification }: Assessment, { domains: chosen }: HandChoices): readonly string[] {
  const removed = new Set(chosen.filter(({ action }) => action === "removed").map(({ key }) => key));
  const set = chosen.filter(({ action }) => action === "set").map(({ key }) => key);
  const found = [
    ...classification.domains.filter(({ primary }) => primary),
    ...classification.domains.filter(({ primary, touched }) => classification.confident && touched && !primary),
  ];
  return [...found.map(({ id }) => id).filter((id) => !removed.has(id)), ...set].flatMap((id) => domains.get(id)?.label ?? []);
}

/** The class that counts; a person's label stays beside it where it does not count. */
function changeLabels(governance: Governance, { change }: Assessment, { changes: chosen }: HandChoices): readonly string[] {
  const removed = chosen.some(({ key, action }) => key === change.class && action === "removed");
  const set = changeClasses.filter((each) => chosen.some(({ key, action }) => key === each && action === "set"));
  return [...(removed ? [] : [change.class]), ...set].map((each) => changeLabel(each, governance));
}
