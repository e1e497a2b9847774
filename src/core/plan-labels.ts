import type { Effect } from "../domain/effect.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { LabelEvent, Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { HandChoices } from "./hand-choices.ts";
import { describeLabel, sameLabel } from "./label-names.ts";

export interface LabelPlan {
  /** Labels that the repository lacks, and those that the proposal lacks. */
  readonly put: readonly Effect[];
  /** Steward's own labels that no longer hold. */
  readonly take: readonly Effect[];
  /** Labels of a state, beside the recorded one, that somebody else put on. */
  readonly strayStates: readonly string[];
}

/** Whether an act by a label was taken for a command and done (B1). */
type Heard = (event: LabelEvent) => boolean;

export const heardBy =
  ({ answers }: Pick<ProposalRecord, "answers">): Heard =>
  ({ id }) =>
    answers.get(`label/${id}`)?.outcome.kind === "done";

/**
 * From the labels there are to the labels there should be. Only names of the constitution are touched. A display that a person
 * changes is put back once, then left alone: two who correct each other for ever help nobody.
 */
export function planLabels(
  wanted: readonly string[],
  snapshot: Snapshot,
  governance: Governance,
  { choices, heard }: { readonly choices: HandChoices; readonly heard: Heard },
): LabelPlan {
  const { repository, pullRequest } = snapshot;
  const present = pullRequest.labels;
  const history = pullRequest.labelEvents;
  const surplus = present
    .filter((label) => isDisplay(label, governance) && !has(wanted, label))
    .filter((label) => !isPersons(label, history, governance, choices))
    .filter((label) => !gaveUp(label, "unlabeled", history, heard));
  const strayStates = strayStatesOf(present, wanted, governance).filter((label) => !surplus.includes(label));
  const isState = (label: string) => governance.lifecycle.states.some((state) => sameLabel(state.label, label));
  const missing = wanted
    .filter((label) => !has(present, label))
    .filter((label) => !(isState(label) && strayStates.length > 0))
    .filter((label) => !gaveUp(label, "labeled", history, heard));
  const unknown = missing.filter((label) => !repository.labels.some(({ name }) => sameLabel(name, label)));
  return {
    put: putLabels(
      missing.filter((label) => !unknown.includes(label)),
      unknown,
      governance,
    ),
    take: surplus.map((label): Effect => ({ kind: "remove-label", label })),
    strayStates,
  };
}

/**
 * Paced as GitHub asks, each write takes a second: so what the repository has is put on first, and in a repository that has
 * none of them the first label is put on before the others are made.
 */
function putLabels(known: readonly string[], unknown: readonly string[], governance: Governance): readonly Effect[] {
  const make = (names: readonly string[]) =>
    names.map((name): Effect => ({ kind: "create-label", label: describeLabel(name, governance) }));
  const add = (labels: readonly string[]): readonly Effect[] => (labels.length > 0 ? [{ kind: "add-labels", labels }] : []);
  const early = known.length > 0 ? [] : unknown.slice(0, 1);
  const late = unknown.slice(early.length);
  return [...add(known), ...make(early), ...add(early), ...make(late), ...add(late)];
}

const has = (labels: readonly string[], label: string) => labels.some((each) => sameLabel(each, label));

/** Labels that only show what is recorded or found: they follow it. The label of all proposals is never taken off. */
function isDisplay(label: string, governance: Governance): boolean {
  const { project, domains } = governance;
  if (isStateOrHold(label, governance)) return true;
  const { labels } = project;
  const prefixes = [labels["domain-prefix"], labels["route-prefix"], labels["change-prefix"]];
  return (
    prefixes.some((prefix) => label.toLowerCase().startsWith(prefix.toLowerCase())) ||
    [...domains.values()].some((domain) => sameLabel(domain.label, label))
  );
}

/** What the ledger alone decides: put on by hand it is read as a command, and follows what came of that (B1). */
function isStateOrHold(label: string, { project, lifecycle }: Governance): boolean {
  return sameLabel(label, project.labels.hold) || lifecycle.states.some((state) => sameLabel(state.label, label));
}

/** A domain or class that a person chose. A route is decided by the rules, so its label is nobody's to choose. */
function isPersons(label: string, history: readonly LabelEvent[], governance: Governance, choices: HandChoices): boolean {
  const { project, domains } = governance;
  // What stood there before anything was recorded is nobody's act, and stays.
  if (isStateOrHold(label, governance)) return !history.some((event) => sameLabel(event.label, label));
  if (label.toLowerCase().startsWith(project.labels["route-prefix"].toLowerCase())) return false;
  const chosen = choices.domains.some(({ key, action }) => action === "set" && sameLabel(domains.get(key)?.label ?? "", label));
  const last = history.findLast((event) => event.action === "labeled" && sameLabel(event.label, label));
  return chosen || (last !== undefined && !last.actor.bot);
}

/**
 * True when Steward did this once already after a person had undone it. What counted as a command undid nothing, and where Steward
 * itself did the contrary since, the ledger has moved on and the count begins anew.
 */
function gaveUp(label: string, action: LabelEvent["action"], history: readonly LabelEvent[], heard: Heard): boolean {
  const all = history.filter((event) => sameLabel(event.label, label));
  const since = all.slice(all.findLastIndex((event) => event.action !== action && event.actor.bot) + 1);
  const undone = since.findIndex((event) => event.action !== action && !event.actor.bot && !heard(event));
  return undone >= 0 && since.slice(undone).some((event) => event.action === action && event.actor.bot);
}

function strayStatesOf(present: readonly string[], wanted: readonly string[], { lifecycle }: Governance): readonly string[] {
  return present.filter((label) => lifecycle.states.some((state) => sameLabel(state.label, label)) && !has(wanted, label));
}
