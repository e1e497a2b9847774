import { Fail, invalid, notFound } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Issue, Label, Repository } from "../store/index.ts";
import { label as labelView } from "../view/index.ts";
import { announceIssue, announceLabel } from "./announce.ts";
import { recordEvent } from "./record-event.ts";

/** The colour of a label that was made by naming it on an issue. */
const defaultColor = "ededed";
/** https://docs.github.com/en/issues/using-labels-and-milestones-to-track-work/managing-labels: 100 per issue. */
const mostLabels = 100;

export interface LabelText {
  readonly name: string;
  readonly color: string | null;
  readonly description: string | null;
}

export function createLabel(hub: Hub, actor: Actor, repository: Repository, text: LabelText): Label {
  const name = text.name.trim();
  checkLabel(name, text.color, text.description);
  if (repository.labels.has(name.toLowerCase())) throw invalid({ resource: "Label", code: "already_exists", field: "name" });
  const label: Label = {
    id: hub.store.nextId(),
    name,
    color: (text.color ?? defaultColor).replace(/^#/, "").toLowerCase(),
    description: text.description,
    isDefault: false,
    createdAt: hub.clock.milliseconds(),
  };
  repository.labels.set(name.toLowerCase(), label);
  announceLabel(hub, actor, repository, label, "created");
  return label;
}

export function editLabel(hub: Hub, actor: Actor, repository: Repository, label: Label, text: Partial<LabelText>): void {
  const name = text.name?.trim() ?? label.name;
  checkLabel(name, text.color ?? null, text.description ?? null);
  const holder = repository.labels.get(name.toLowerCase());
  if (holder && holder !== label) throw invalid({ resource: "Label", code: "already_exists", field: "name" });
  const changes = {
    ...(name === label.name ? {} : { name: { from: label.name } }),
    ...(text.color ? { color: { from: label.color } } : {}),
    ...(text.description === undefined ? {} : { description: { from: label.description ?? "" } }),
  };
  repository.labels.delete(label.name.toLowerCase());
  label.name = name;
  label.color = text.color ? text.color.replace(/^#/, "").toLowerCase() : label.color;
  label.description = text.description === undefined ? label.description : text.description;
  repository.labels.set(name.toLowerCase(), label);
  announceLabel(hub, actor, repository, label, "edited", () => ({ changes }));
}

export function deleteLabel(hub: Hub, actor: Actor, repository: Repository, label: Label): void {
  for (const issue of repository.issues.values()) if (issue.labels.has(label)) takeLabel(hub, actor, issue, label);
  repository.labels.delete(label.name.toLowerCase());
  announceLabel(hub, actor, repository, label, "deleted");
}

/** Adds by name, whatever the case; unknown labels are made. Only what changes leaves a trace. */
export function addLabels(hub: Hub, actor: Actor, issue: Issue, names: readonly string[]): void {
  const labels = names.map((name) => findOrCreate(hub, actor, issue.repository, name));
  if (new Set([...issue.labels, ...labels]).size > mostLabels) {
    throw new Fail(422, "Validation Failed", { errors: [`Issues can have at most ${mostLabels} labels.`] });
  }
  for (const label of labels) {
    if (issue.labels.has(label)) continue;
    issue.labels.add(label);
    recordEvent(hub, actor, issue, { kind: "labeled", label: { name: label.name, color: label.color } });
    announceIssue(hub, actor, issue, "labeled", () => ({ label: labelView(hub, issue.repository, label) }));
  }
}

export function setLabels(hub: Hub, actor: Actor, issue: Issue, names: readonly string[]): void {
  const wanted = new Set(names.map((name) => name.trim().toLowerCase()));
  for (const label of [...issue.labels]) if (!wanted.has(label.name.toLowerCase())) takeLabel(hub, actor, issue, label);
  addLabels(hub, actor, issue, names);
}

export function removeLabel(hub: Hub, actor: Actor, issue: Issue, name: string): void {
  const label = issue.repository.labels.get(name.toLowerCase());
  if (!label || !issue.labels.has(label)) throw new Fail(404, "Label does not exist");
  takeLabel(hub, actor, issue, label);
}

export function knownLabel(repository: Repository, name: string): Label {
  const label = repository.labels.get(name.toLowerCase());
  if (!label) throw notFound();
  return label;
}

function takeLabel(hub: Hub, actor: Actor, issue: Issue, label: Label): void {
  issue.labels.delete(label);
  recordEvent(hub, actor, issue, { kind: "unlabeled", label: { name: label.name, color: label.color } });
  announceIssue(hub, actor, issue, "unlabeled", () => ({ label: labelView(hub, issue.repository, label) }));
}

function findOrCreate(hub: Hub, actor: Actor, repository: Repository, name: string): Label {
  return repository.labels.get(name.trim().toLowerCase()) ?? createLabel(hub, actor, repository, { name, color: null, description: null });
}

function checkLabel(name: string, color: string | null, description: string | null): void {
  if (name === "") throw invalid({ resource: "Label", code: "missing_field", field: "name" });
  if (name.length > 50)
    throw invalid({ resource: "Label", code: "custom", field: "name", message: "name is too long (maximum is 50 characters)" });
  if (color !== null && !/^#?[0-9a-f]{6}$/i.test(color)) throw invalid({ resource: "Label", code: "invalid", field: "color" });
  if (description !== null && description.length > 100) {
    throw invalid({
      resource: "Label",
      code: "custom",
      field: "description",
      message: "description is too long (maximum is 100 characters)",
    });
  }
}
