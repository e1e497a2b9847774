import type { SourceFile } from "../../src/domain/source-file.ts";
import { type Governance, type LoadedGovernance, loadGovernance } from "../../src/governance/index.ts";

/** The day on which the small constitution has no problem at all. */
export const someDay = "2026-11-23";

const project = `name: Weather Protocol
repository: weather-protocol/specification
mode: enforce
proposals:
  folder: seps/
  types:
    Standards Track: { required: [abstract, motivation, specification] }
    Informational: { required: [abstract] }
    Process: { required: [abstract, motivation] }
    Extensions Track: { required: [abstract, specification, reference-implementation] }
specification:
  schema: [schema/draft/schema.json]
authorities:
  core-maintainers:
    name: Core Maintainers
    levels: [core-maintainer, lead-maintainer]
    team: core-maintainers
    procedure: core-vote
    clause: "Governance, Core Maintainers"
  lead-maintainers:
    name: Lead Maintainers
    levels: [lead-maintainer]
    procedure: core-approval
reserved:
  - id: breaking-changes
    why: Breaking changes are decided by Core Maintainers.
    changes: [breaking]
    clause: "Governance, Breaking changes"
  - id: process
    why: How the project works is decided by Core Maintainers.
    types: [Process]
    clause: "Governance, Process"
calendar:
  time-zone: Europe/Oslo
  holidays: ["2026-12-25"]
  review-windows:
    - { name: Spring, opens: 2026-09-01, closes: 2026-12-15 }
  freezes:
    - { name: Spring hard freeze, opens: 2027-02-01, closes: 2027-03-01 }
recorders: [asta]
private-channels:
  security: https://example.org/security
`;

const lifecycle = `initial: proposal
states:
  - { id: proposal, label: proposal, turn: author }
  - { id: draft, label: draft, turn: sponsor }
  - { id: in-review, label: in-review, turn: deciders }
  - { id: accepted, label: accepted, turn: author }
  - { id: rejected, label: rejected, terminal: true, turn: nobody }
  - { id: final, label: final, terminal: true, turn: nobody }
  - { id: withdrawn, label: withdrawn, terminal: true, turn: nobody }
  - { id: dormant, label: dormant, turn: author }
transitions:
  - { from: [proposal, dormant], to: draft, by: [sponsor] }
  - { from: [draft], to: in-review, by: [sponsor] }
  - { from: [in-review], to: accepted, by: [group, core-maintainers] }
  - { from: [in-review], to: rejected, by: [core-maintainers] }
  - { from: [accepted], to: final, by: [sponsor] }
  - { from: [proposal, draft, in-review, accepted, dormant], to: withdrawn, by: [author] }
  - { from: [proposal], to: dormant, by: [timer] }
timers:
  - { state: proposal, remind: 90 days, dormant: 180 days }
`;

const domains = `domains:
  - id: forecasts
    label: "domain: forecasts"
    description: How servers publish forecasts.
    in: [forecast messages]
    out:
      - { text: readings of instruments, domain: readings }
    signals:
      paths: [docs/forecasts/]
      names: ["forecasts/*"]
      terms: [forecast, outlook]
  - id: readings
    label: "domain: readings"
    description: How instruments report what they measure.
    signals:
      names: ["readings/*", Reading]
      terms: [barometer, thermometer]
  - id: governance
    label: "domain: governance"
    description: How the project is organised.
    signals: { terms: [charter] }
    fallback: process-only
    about: project
`;

const procedures = `act-on-own: recused
procedures:
  - id: wg-consensus
    name: Working group consensus
    kind: lazy-consensus
    window: { minor: 5 days, significant: 10 days }
    consents: { needed: 2, organisations: 2 }
    on-block: wg-vote
  - id: wg-vote
    name: Working group vote
    kind: vote
    window: 7 days
    quorum: 0.5
    threshold: majority
  - id: core-vote
    name: Core vote
    kind: vote
    window: 7 days
    threshold: half-of-eligible
  - id: core-approval
    name: Core approval
    kind: approval
    needed: 1
`;

const ladder = `levels:
  - { id: member, name: Member, rank: 1 }
  - id: maintainer
    name: Maintainer
    rank: 2
    after: [member]
    requirements:
      - { id: time-as-member, text: Member for 6 months, check: machine, evidence: time-at-level, at: { least: 6, level: member } }
    sponsors:
      - { levels: [maintainer, core-maintainer], count: 1 }
    approvers:
      - { authority: core-maintainers, procedure: core-approval }
    may-sponsor: true
  - { id: core-maintainer, name: Core Maintainer, rank: 3, after: [maintainer] }
  - { id: lead-maintainer, name: Lead Maintainer, rank: 4 }
group-roles:
  - { id: wg-lead, name: Lead, rank: 1, after: [member] }
`;

const people = `affiliations:
  Hexa Labs: [Hexa, Hexa Laboratories]
people:
  - name: Asta Lind
    accounts: [{ login: asta, id: 1001 }]
    affiliation: Hexa Labs
    levels: [{ level: lead-maintainer, since: 2024-11-25 }]
  - name: Bo Okafor
    accounts: [{ login: bo-okafor, id: 1002 }]
    affiliation: Orbit
    levels: [{ level: core-maintainer, since: 2025-03-01 }]
  - name: Cleo Marsh
    accounts: [{ login: cleo, id: 1003 }]
    affiliation: Tern Works
    levels: [{ level: core-maintainer, since: 2025-03-01 }]
  - name: Juno Reyes
    accounts: [{ login: Juno, id: 1004 }, { login: juno-old, id: 1005 }]
    affiliation: Hexa
    levels: [{ level: maintainer, since: 2025-06-01 }]
  - name: Noor Haddad
    accounts: [{ login: noor, id: 1006 }]
    affiliation: Orbit
    levels: [{ level: member, since: 2025-06-01 }]
  - name: Ravi Sund
    accounts: [{ login: ravi, id: 1007 }]
    affiliation: independent
    levels: [{ level: member, since: 2025-06-01 }]
    emeritus: [maintainer]
    away: [{ from: 2026-12-20, until: 2027-01-03 }]
`;

const forecastsGroup = `id: forecasts-wg
name: Forecasts
kind: working-group
status: chartered
charter: { text: docs/groups/forecasts.md, since: 2026-02-01 }
team: forecasts-wg
contact: "#forecasts"
leads:
  - { person: Juno, since: 2026-02-01 }
members:
  - { person: noor, since: 2026-02-01, until: 2027-12-31 }
  - { person: ravi }
scope:
  owns: [forecasts]
  excludes:
    - { text: Not how instruments report., domains: [readings], terms: [barometer] }
  clause: "Charter, Scope"
delegations:
  - decision: accept
    domains: [forecasts]
    types: [Standards Track]
    changes: [additive, clarification]
    procedure: wg-consensus
    oversight: { kind: veto-window, by: core-maintainers, within: 5 business days }
    joint: true
    until: 2027-06-30
    adopted: https://example.org/decisions/7
    clause: "Charter, Authority, row 5"
`;

const readingsGroup = `id: readings-ig
name: Readings
kind: interest-group
status: chartered
charter: { text: docs/groups/readings.md }
leads:
  - { person: noor }
scope:
  advises: [readings]
`;

/** A constitution as texts; every change gives a new one. */
export interface Constitution {
  readonly files: readonly SourceFile[];
  /** Replaces a piece of text, or what a pattern matches, that stands exactly once in the file. */
  edit(path: string, from: string | RegExp, to: string): Constitution;
  /** Adds text at the end of a file. */
  append(path: string, text: string): Constitution;
  /** Adds or replaces a whole file. */
  with(path: string, text: string): Constitution;
  without(path: string): Constitution;
  text(path: string): string;
  /** Number of the only line that holds the text. */
  lineOf(path: string, text: string): number;
  load(today?: string): LoadedGovernance;
  /** The resolved constitution; throws, listing the problems, where there is none. */
  governance(today?: string): Governance;
}

/** A small valid constitution with invented people: two groups, three domains, one adopted delegation. */
export function smallConstitution(): Constitution {
  return constitutionOf(
    new Map([
      ["project.yml", project],
      ["lifecycle.yml", lifecycle],
      ["domains.yml", domains],
      ["procedures.yml", procedures],
      ["ladder.yml", ladder],
      ["people.yml", people],
      ["groups/forecasts-wg.yml", forecastsGroup],
      ["groups/readings-ig.yml", readingsGroup],
    ]),
  );
}

function constitutionOf(texts: ReadonlyMap<string, string>): Constitution {
  const files = [...texts].map(([path, text]): SourceFile => ({ path, text }));
  const textOf = (path: string): string => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`The small constitution has no file ${path}; it has ${[...texts.keys()].join(", ")}`);
    return text;
  };
  const changed = (path: string, text: string): Constitution => constitutionOf(new Map(texts).set(path, text));
  const load = (today: string = someDay): LoadedGovernance => loadGovernance(files, { commit: null, today });
  return {
    files,
    edit(path, from, to) {
      const text = textOf(path);
      const old = typeof from === "string" ? from : from.exec(text)?.[0];
      const parts = old === undefined ? [] : text.split(old);
      if (parts.length !== 2) throw new Error(`${path} holds ${from} ${Math.max(parts.length - 1, 0)} times; an edit needs exactly one`);
      return changed(path, parts.join(to));
    },
    append: (path, text) => changed(path, textOf(path) + text),
    with: (path, text) => changed(path, text),
    without(path) {
      textOf(path);
      return constitutionOf(new Map([...texts].filter(([other]) => other !== path)));
    },
    text: textOf,
    lineOf(path, text) {
      const lines = textOf(path).split("\n");
      const at = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
      if (at.length !== 1 || at[0] === undefined)
        throw new Error(`${path} has ${at.length} lines with ${JSON.stringify(text)}; one is needed`);
      return at[0];
    },
    load,
    governance(today) {
      const { governance, problems } = load(today);
      if (!governance) throw new Error(problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`).join("\n"));
      return governance;
    },
  };
}
