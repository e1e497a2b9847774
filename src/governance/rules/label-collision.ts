import { changeClasses } from "../../domain/proposal-vocabulary.ts";
import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import { quote } from "../reading/quote.ts";
import type { Checked, Finding, Rule } from "./rule.ts";

interface Label {
  readonly name: string;
  readonly means: string;
  readonly file: WrittenFile<unknown>;
  readonly at: KeyPath;
}

export const labelCollision: Rule = {
  code: "label-collision",
  severity: "error",
  reports: "Two things share a label, or one label prefix begins with another. GitHub does not tell letter case apart.",
  because: "A label must say one thing: Steward reads what people set by hand, and removes what no longer holds.",
  check: (checked) => [...sameLabel(labels(checked)), ...samePrefix(checked), ...statesUnderPrefix(checked)],
};

function labels({ written: { project, lifecycle, domains, groups } }: Checked): readonly Label[] {
  const found: Label[] = [];
  if (project) {
    const { labels: names } = project.value;
    const add = (name: string, means: string, key: keyof typeof names) => found.push({ name, means, file: project, at: ["labels", key] });
    add(names.proposal, "every proposal", "proposal");
    add(names.hold, "a hold", "hold");
    add(names["route-prefix"] + names["route-core"], "the route to Core", "route-core");
    for (const change of changeClasses) add(names["change-prefix"] + change, `the change class ${change}`, "change-prefix");
    for (const group of groups) {
      found.push({ name: names["route-prefix"] + group.value.id, means: `the route to ${group.value.id}`, file: group, at: ["id"] });
    }
  }
  for (const [index, state] of (lifecycle?.value.states ?? []).entries()) {
    if (lifecycle) found.push({ name: state.label, means: `the state ${state.id}`, file: lifecycle, at: ["states", index, "label"] });
  }
  for (const [index, domain] of (domains?.value.domains ?? []).entries()) {
    if (domains) found.push({ name: domain.label, means: `the domain ${domain.id}`, file: domains, at: ["domains", index, "label"] });
  }
  return found;
}

const folded = (name: string): string => name.trim().toLowerCase();

function sameLabel(all: readonly Label[]): readonly Finding[] {
  const first = new Map<string, Label>();
  return all.flatMap((label) => {
    const earlier = first.get(folded(label.name));
    // Two entries with one id, or two files with one group, are reported as that.
    if (earlier?.means === label.means) return [];
    if (!earlier) {
      first.set(folded(label.name), label);
      return [];
    }
    const where = `${earlier.file.path}:${earlier.file.places.value(earlier.at).line}`;
    const message = `the label ${quote(label.name)} stands for ${label.means}, and in ${where} for ${earlier.means}`;
    return [{ file: label.file, at: label.at, message, fix: "choose another label for one of the two" }];
  });
}

const prefixKeys = ["domain-prefix", "route-prefix", "change-prefix"] as const;

function samePrefix({ written: { project } }: Checked): readonly Finding[] {
  if (!project) return [];
  return prefixKeys.flatMap((key, index) =>
    prefixKeys.slice(0, index).flatMap((other) => {
      const [here, there] = [folded(project.value.labels[key]), folded(project.value.labels[other])];
      if (!here.startsWith(there) && !there.startsWith(here)) return [];
      const message = `\`${key}\` and \`${other}\` begin alike, so that a label could be of both`;
      return [{ file: project, at: ["labels", key], message, fix: "choose prefixes of which none begins with another" }];
    }),
  );
}

function statesUnderPrefix({ written: { project, lifecycle } }: Checked): readonly Finding[] {
  if (!project || !lifecycle) return [];
  return lifecycle.value.states.flatMap((state, index) => {
    const key = prefixKeys.find((prefix) => folded(state.label).startsWith(folded(project.value.labels[prefix])));
    if (!key) return [];
    const message = `the label ${quote(state.label)} of a state begins with \`${key}\``;
    return [{ file: lifecycle, at: ["states", index, "label"], message, fix: "choose a label that does not begin with it" }];
  });
}
