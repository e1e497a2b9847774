/** A complete, invented proposal without problems; each part can be replaced or left out. */
export interface Sample {
  readonly heading?: string;
  /** Field values by name; null leaves the field out. */
  readonly fields?: Readonly<Record<string, string | null>>;
  readonly beforeAbstract?: string;
  /** Section bodies by heading; null leaves the section out, a new name adds one at the end. */
  readonly sections?: Readonly<Record<string, string | null>>;
}

const fields: Readonly<Record<string, string>> = {
  Status: "Draft",
  Type: "Standards Track",
  Created: "2026-03-09",
  "Author(s)": "Mira Holt (@mira)",
  Sponsor: "Juno Vale (@juno)",
  PR: "https://github.com/example/specification/pull/1234",
};

const sections: Readonly<Record<string, string>> = {
  Abstract: "Servers tell how far a request has come.",
  Motivation: "People wait without knowing for how long.",
  Specification: "Servers MUST send `progress` at least once.",
  Rationale: "A figure is simpler than a stream of words.",
  "Backward Compatibility": "Older clients ignore the message.",
  "Security Implications": "The figure may reveal how large a result is.",
  "Reference Implementation": "See [the branch](https://example.org/branch).",
};

/** The proposal as Markdown; `file` of a test is best `seps/1234-progress.md`. */
export function sampleProposal(sample: Sample = {}): string {
  const head = sample.heading ?? "# SEP-1234: Progress";
  const list = merged(fields, sample.fields).map(([name, value]) => `- **${name}**: ${value}`.trimEnd());
  const body = merged(sections, sample.sections).map(([heading, text]) => `## ${heading}\n\n${text}\n`);
  const before = sample.beforeAbstract === undefined ? [] : [sample.beforeAbstract, ""];
  return [head, "", ...list, "", ...before, ...body].join("\n");
}

export const sampleFile = "seps/1234-progress.md";

function merged(base: Readonly<Record<string, string>>, over: Readonly<Record<string, string | null>> = {}): readonly [string, string][] {
  return Object.entries({ ...base, ...over }).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
}
