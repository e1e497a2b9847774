import { rules } from "../../src/governance/rules/index.ts";
import { type Constitution, smallConstitution, someDay } from "../support/constitution.ts";

type Edit = (small: Constitution) => Constitution;

type Spot = readonly [file: string, line: string | number];

interface Broken {
  readonly code: string;
  readonly rule: string;
  readonly edit: Edit;
  /** The file, and the only line of it (after the edit) that holds this text; or the number of the line. */
  readonly at: Spot;
  /** Where it is reported too: of two owners nobody can say which is wrong. */
  readonly and?: Spot;
  readonly today?: string;
}

const group = "groups/forecasts-wg.yml";
const interest = "groups/readings-ig.yml";

const delegation = (changes: Partial<Record<string, string>> = {}): string => {
  const keys: Record<string, string | undefined> = {
    domains: "[forecasts]",
    types: "[Informational]",
    changes: "[clarification]",
    procedure: "wg-consensus",
    oversight: "{ kind: approval, by: core-maintainers }",
    adopted: "https://example.org/decisions/8",
    clause: '"Charter, row 6"',
    ...changes,
  };
  const lines = Object.entries(keys).map(([key, value]) => `    ${key}: ${value}`);
  return ["  - decision: accept", ...lines, ""].join("\n");
};

const newGroup = (id: string, rest = ""): string =>
  `id: ${id}\nname: ${id}\nkind: working-group\nstatus: chartered\ncharter: { text: docs/groups/x.md }\nleads:\n  - { person: noor }\n${rest}`;

const broken: readonly Broken[] = [
  // YAML
  {
    code: "invalid-yaml",
    rule: "a quote that is never closed",
    edit: (small) => small.edit("project.yml", "name: Weather Protocol", 'name: "Weather Protocol'),
    at: ["project.yml", 1],
  },
  {
    code: "invalid-yaml",
    rule: "a tab as indentation",
    edit: (small) => small.edit("procedures.yml", "  - id: wg-vote", "\t- id: wg-vote"),
    at: ["procedures.yml", "\t- id: wg-vote"],
  },
  {
    code: "invalid-yaml",
    rule: "an alias without its anchor",
    edit: (small) => small.edit(group, "person: Juno", "person: *lead"),
    at: [group, "*lead"],
  },
  {
    code: "invalid-yaml",
    rule: "a tag",
    edit: (small) => small.edit(group, "name: Forecasts", "name: !secret Forecasts"),
    at: [group, "!secret"],
  },
  {
    code: "invalid-yaml",
    rule: "nesting without end",
    edit: (small) => small.with(group, `id: ${"[".repeat(5000)}`),
    at: [group, 1],
  },
  {
    code: "duplicate-key",
    rule: "one key twice in a mapping",
    edit: (small) => small.edit(group, "team: forecasts-wg", "team: forecasts-wg\nteam: others"),
    at: [group, "team: others"],
  },
  {
    code: "several-documents",
    rule: "a second document in the file",
    edit: (small) => small.append(interest, "---\nid: another-ig\n"),
    at: [interest, "---"],
  },
  {
    code: "too-many-aliases",
    rule: "more aliases than are followed",
    edit: (small) => small.with(group, `id: &x a\nin: [${"*x, ".repeat(101)}]\n`),
    at: [group, 2],
  },
  {
    code: "too-many-aliases",
    rule: "aliases of aliases",
    edit: (small) =>
      small.with(
        group,
        ["a: &a [x, x]", ...["b", "c", "d", "e"].map((name, level) => `${name}: &${name} [${`*${"abcd"[level]}, `.repeat(8)}]`)].join("\n"),
      ),
    at: [group, 2],
  },
  {
    code: "hidden-character",
    rule: "a character that turns the direction of reading",
    edit: (small) => small.edit(group, "name: Forecasts", "name: Forecasts \u202egw"),
    at: [group, "name: Forecasts"],
  },
  {
    code: "file-too-large",
    rule: "a file far beyond any real one",
    edit: (small) => small.append(interest, `# ${"x".repeat(300 * 1024)}`),
    at: [interest, 1],
  },
  {
    code: "constitution-too-large",
    rule: "files that are too much together",
    edit: (small) => ["a", "b", "c", "d", "e"].reduce((all, id) => all.with(`groups/${id}.yml`, `# ${"x".repeat(250 * 1024)}`), small),
    at: ["domains.yml", 1],
  },
  // Schema
  {
    code: "missing-file",
    rule: "a file that every constitution has",
    edit: (small) => small.without("ladder.yml"),
    at: ["ladder.yml", 1],
  },
  { code: "empty-file", rule: "a file with nothing but a comment", edit: (small) => small.with(interest, "# later\n"), at: [interest, 1] },
  {
    code: "unknown-key",
    rule: "a key that does not exist",
    edit: (small) => small.edit("project.yml", "mode: enforce", "mode: enforce\nwebsite: https://example.org"),
    at: ["project.yml", "website"],
  },
  {
    code: "unknown-key",
    rule: "a misspelt key, which still counts as the one that was meant",
    edit: (small) => small.edit(group, "    procedure: wg-consensus", "    procedre: wg-consensus"),
    at: [group, "procedre"],
  },
  {
    code: "missing-key",
    rule: "a delegation without its clause",
    edit: (small) => small.edit(group, '    clause: "Charter, Authority, row 5"\n', ""),
    at: [group, "decision: accept"],
  },
  {
    code: "missing-key",
    rule: "a procedure without its kind",
    edit: (small) => small.edit("procedures.yml", "    kind: approval\n", ""),
    at: ["procedures.yml", "id: core-approval"],
  },
  {
    code: "wrong-type",
    rule: "text where a list belongs",
    edit: (small) => small.edit(group, "owns: [forecasts]", "owns: forecasts"),
    at: [group, "owns: forecasts"],
  },
  {
    code: "wrong-type",
    rule: "a number where text belongs",
    edit: (small) => small.edit("lifecycle.yml", "label: draft,", "label: 7,"),
    at: ["lifecycle.yml", "label: 7"],
  },
  {
    code: "wrong-type",
    rule: "a key with nothing after it",
    edit: (small) => small.edit(group, "name: Forecasts", "name:"),
    at: [group, "name:"],
  },
  {
    code: "invalid-value",
    rule: "an id with capitals",
    edit: (small) => small.edit("domains.yml", "- id: governance", "- id: Governance"),
    at: ["domains.yml", "- id: Governance"],
  },
  {
    code: "invalid-value",
    rule: "a duration nobody can read",
    edit: (small) => small.edit(group, "within: 5 business days", "within: 5 bizdays"),
    at: [group, "5 bizdays"],
  },
  {
    code: "invalid-value",
    rule: "meetings that are business days apart",
    edit: (small) => small.edit("project.yml", "  review-windows:", "  meetings: { every: 10 business days }\n  review-windows:"),
    at: ["project.yml", "every: 10 business days"],
  },
  {
    code: "invalid-value",
    rule: "an agenda that is published hours before its meeting",
    edit: (small) => small.edit("project.yml", "  review-windows:", "  meetings: { every: 2 weeks, agenda: 48 hours }\n  review-windows:"),
    at: ["project.yml", "agenda: 48 hours"],
  },
  {
    code: "invalid-value",
    rule: "an exception in the queue with a place between others",
    edit: (small) =>
      small.append(
        "project.yml",
        "queue:\n  order: [roadmap-first]\n  exceptions:\n    - { pull-request: 12, place: third, reason: Asked }\n",
      ),
    at: ["project.yml", "place: third"],
  },
  {
    code: "missing-key",
    rule: "an exception in the queue without a reason",
    edit: (small) =>
      small.append("project.yml", "queue:\n  order: [roadmap-first]\n  exceptions:\n    - { pull-request: 12, place: first }\n"),
    at: ["project.yml", "place: first"],
  },
  {
    code: "invalid-value",
    rule: "an entered decision that nobody needs to confirm",
    edit: (small) => small.append("project.yml", "recording: { confirmations: 0 }\n"),
    at: ["project.yml", "confirmations: 0"],
  },
  {
    code: "invalid-value",
    rule: "a day that is not in the calendar",
    edit: (small) => small.edit(group, "until: 2027-06-30", "until: 2027-06-31"),
    at: [group, "2027-06-31"],
  },
  {
    code: "invalid-value",
    rule: "a link that is none",
    edit: (small) => small.edit(group, "adopted: https://example.org/decisions/7", "adopted: javascript:alert(1)"),
    at: [group, "javascript"],
  },
  {
    code: "invalid-value",
    rule: "a kind of group that does not exist",
    edit: (small) => small.edit(interest, "kind: interest-group", "kind: interest-grp"),
    at: [interest, "interest-grp"],
  },
  {
    code: "invalid-value",
    rule: "a kind of procedure that does not exist",
    edit: (small) => small.edit("procedures.yml", "kind: approval", "kind: acclaim"),
    at: ["procedures.yml", "acclaim"],
  },
  {
    code: "invalid-value",
    rule: "an authority whose id is no id",
    edit: (small) => small.edit("project.yml", "  lead-maintainers:\n", "  Lead Maintainers:\n"),
    at: ["project.yml", "  Lead Maintainers:"],
  },
  {
    code: "invalid-value",
    rule: "a path that climbs out of the repository",
    edit: (small) => small.edit("project.yml", "folder: seps/", "folder: ../seps/"),
    at: ["project.yml", "../seps/"],
  },
  {
    code: "unknown-state",
    rule: "a state that no proposal can be in",
    edit: (small) => small.edit("lifecycle.yml", "to: final, by", "to: finished, by"),
    at: ["lifecycle.yml", "finished"],
  },
  {
    code: "unknown-type",
    rule: "a type of proposal that does not exist",
    edit: (small) => small.edit(group, "[Standards Track]", "[Standard Track]"),
    at: [group, "Standard Track"],
  },
  {
    code: "unknown-change-class",
    rule: "a change class that does not exist",
    edit: (small) => small.edit("project.yml", "changes: [breaking]", "changes: [braking]"),
    at: ["project.yml", "braking"],
  },
  // Names
  {
    code: "unknown-person",
    rule: "a lead whom people.yml does not have",
    edit: (small) => small.edit(group, "person: ravi", "person: rawi"),
    at: [group, "rawi"],
  },
  {
    code: "unknown-person",
    rule: "a recorder whom people.yml does not have",
    edit: (small) => small.edit("project.yml", "recorders: [asta]", "recorders: [asta, zoe]"),
    at: ["project.yml", "zoe"],
  },
  {
    code: "unknown-domain",
    rule: "an owned domain that does not exist",
    edit: (small) => small.edit(group, "owns: [forecasts]", "owns: [forecasts, forecast]"),
    at: [group, "owns:"],
  },
  {
    code: "unknown-domain",
    rule: "a delegated domain that does not exist",
    edit: (small) => small.edit(group, "    domains: [forecasts]", "    domains: [forecasts, tides]"),
    at: [group, "tides"],
  },
  {
    code: "unknown-domain",
    rule: "a reserved domain that does not exist",
    edit: (small) => small.edit("project.yml", "types: [Process]", "types: [Process]\n    domains: [tides]"),
    at: ["project.yml", "tides"],
  },
  {
    code: "unknown-domain",
    rule: "a neighbour of a domain that does not exist",
    edit: (small) => small.edit("domains.yml", "domain: readings }", "domain: reading }"),
    at: ["domains.yml", "domain: reading }"],
  },
  {
    code: "unknown-group",
    rule: "a former group without a file",
    edit: (small) => small.append(group, "merges: [outlooks-wg]\n"),
    at: [group, "outlooks-wg"],
  },
  {
    code: "unknown-group",
    rule: "a group of the roadmap without a file",
    edit: (small) =>
      small.append("project.yml", "queue: { order: [oldest-readiness-first], roadmap: [{ area: Skies, groups: [forecast-wg] }] }\n"),
    at: ["project.yml", "forecast-wg"],
  },
  {
    code: "unknown-level",
    rule: "an authority of a level that does not exist",
    edit: (small) => small.edit("project.yml", "[core-maintainer, lead-maintainer]", "[core-maintainers, lead-maintainer]"),
    at: ["project.yml", "[core-maintainers,"],
  },
  {
    code: "unknown-level",
    rule: "a person with a level that does not exist",
    edit: (small) => small.edit("people.yml", "emeritus: [maintainer]", "emeritus: [curator]"),
    at: ["people.yml", "curator"],
  },
  {
    code: "unknown-level",
    rule: "a level after a role of a group",
    edit: (small) => small.edit("ladder.yml", "after: [maintainer]", "after: [wg-lead]"),
    at: ["ladder.yml", "[wg-lead]"],
  },
  {
    code: "unknown-procedure",
    rule: "a delegation by a procedure that does not exist",
    edit: (small) => small.edit(group, "procedure: wg-consensus", "procedure: consensus"),
    at: [group, "procedure: consensus"],
  },
  {
    code: "unknown-procedure",
    rule: "a block answered by a procedure that does not exist",
    edit: (small) => small.edit("procedures.yml", "on-block: wg-vote", "on-block: wg-ballot"),
    at: ["procedures.yml", "wg-ballot"],
  },
  {
    code: "unknown-authority",
    rule: "oversight by a body that does not exist",
    edit: (small) => small.edit(group, "by: core-maintainers", "by: core-maintainer"),
    at: [group, "by: core-maintainer,"],
  },
  {
    code: "unknown-authority",
    rule: "a reserved matter for a body that does not exist",
    edit: (small) => small.edit("project.yml", "    types: [Process]", "    types: [Process]\n    by: elders"),
    at: ["project.yml", "by: elders"],
  },
  {
    code: "unknown-authority",
    rule: "an escalation to a body that does not exist",
    edit: (small) => small.append("project.yml", "escalation: { to: elders, answer-within: 5 business days }\n"),
    at: ["project.yml", "elders"],
  },
  {
    code: "unknown-authority",
    rule: "holds by a body that does not exist",
    edit: (small) => small.append("project.yml", "holds: { by: [core-maintainers, group-leads, sponsor] }\n"),
    at: ["project.yml", "group-leads"],
  },
  {
    code: "unknown-authority",
    rule: "no Core Maintainers, to whom all falls that no group may decide",
    edit: (small) =>
      small
        .edit("project.yml", "  core-maintainers:\n", "  stewards:\n")
        .edit(group, "by: core-maintainers", "by: stewards")
        .edit("ladder.yml", "authority: core-maintainers", "authority: stewards")
        .edit("lifecycle.yml", "by: [group, core-maintainers]", "by: [group]")
        .edit("lifecycle.yml", "by: [core-maintainers]", "by: [sponsor]"),
    at: ["project.yml", "authorities:"],
  },
  {
    code: "unknown-state",
    rule: "a transition to a state that is not listed",
    edit: (small) =>
      small.edit(
        "lifecycle.yml",
        "to: final, by: [sponsor] }",
        "to: final, by: [sponsor] }\n  - { from: [draft], to: superseded, by: [author] }",
      ),
    at: ["lifecycle.yml", "superseded"],
  },
  {
    code: "unknown-time-zone",
    rule: "a time zone that does not exist",
    edit: (small) => small.edit("project.yml", "Europe/Oslo", "Europe/Olso"),
    at: ["project.yml", "Europe/Olso"],
  },
  {
    code: "unknown-time-zone",
    rule: "an offset, which knows no summer time",
    edit: (small) => small.edit("project.yml", "Europe/Oslo", '"+01:00"'),
    at: ["project.yml", "+01:00"],
  },
  {
    code: "unknown-domain",
    rule: "a misspelt owned domain, without an echo at its delegation",
    edit: (small) => small.edit(group, "owns: [forecasts]", "owns: [forecast]"),
    at: [group, "owns:"],
  },
  {
    code: "unknown-level",
    rule: "an authority whose only level is misspelt, without an echo about its members",
    edit: (small) => small.edit("project.yml", "levels: [lead-maintainer]", "levels: [lead-maintainers]"),
    at: ["project.yml", "[lead-maintainers]"],
  },
  // Ids, labels, files
  {
    code: "duplicate-id",
    rule: "two procedures with one id",
    edit: (small) => small.append("procedures.yml", "  - { id: core-vote, name: Again, kind: approval }\n"),
    at: ["procedures.yml", "name: Again"],
  },
  {
    code: "duplicate-id",
    rule: "two reserved matters with one id",
    edit: (small) =>
      small.edit("project.yml", "- id: process", "- id: breaking-changes").edit("project.yml", "types: [Process]", "types: [Process]"),
    at: ["project.yml", 29],
  },
  {
    code: "duplicate-id",
    rule: "two timers for one state",
    edit: (small) => small.append("lifecycle.yml", "  - { state: proposal, remind: 30 days }\n"),
    at: ["lifecycle.yml", "30 days"],
  },
  {
    code: "duplicate-id",
    rule: "a role of groups with the id of a level",
    edit: (small) => small.append("ladder.yml", "  - { id: member, name: Group member, rank: 0 }\n"),
    at: ["ladder.yml", "Group member"],
  },
  {
    code: "duplicate-id",
    rule: "one group in two files",
    edit: (small) => small.with("groups/readings-ig.yaml", small.text(interest)),
    at: [interest, 1],
  },
  {
    code: "group-file-name",
    rule: "a file that is not named after the group",
    edit: (small) => small.edit(interest, "id: readings-ig", "id: instruments-ig"),
    at: [interest, "id: instruments-ig"],
  },
  {
    code: "label-collision",
    rule: "a domain with the label of a state, whatever the case",
    edit: (small) => small.edit("lifecycle.yml", "label: dormant", "label: Accepted"),
    at: ["lifecycle.yml", "label: Accepted"],
  },
  {
    code: "label-collision",
    rule: "two domains with one label",
    edit: (small) => small.edit("domains.yml", '"domain: readings"', '"domain: Forecasts"'),
    at: ["domains.yml", "domain: Forecasts"],
  },
  {
    code: "label-collision",
    rule: "a prefix that begins another prefix",
    edit: (small) => small.append("project.yml", 'labels: { change-prefix: "route: change " }\n'),
    at: ["project.yml", "change-prefix"],
  },
  {
    code: "label-collision",
    rule: "a state whose label begins like the labels of domains",
    edit: (small) => small.edit("lifecycle.yml", "label: dormant", 'label: "domain: asleep"'),
    at: ["lifecycle.yml", "asleep"],
  },
  {
    code: "label-too-long",
    rule: "a group whose route label GitHub refuses",
    edit: (small) => small.with(`groups/${"very-".repeat(9)}long-wg.yml`, newGroup(`${"very-".repeat(9)}long-wg`)),
    at: [`groups/${"very-".repeat(9)}long-wg.yml`, 1],
  },
  {
    code: "label-without-prefix",
    rule: "a domain whose label lacks the prefix of domain labels",
    edit: (small) => small.edit("domains.yml", '"domain: readings"', "readings"),
    at: ["domains.yml", "label: readings"],
  },
  {
    code: "amendment-covers-nothing",
    rule: "an amendment rule for a file that is none",
    edit: (small) => small.append("project.yml", `amendments:\n  - { id: a, files: [persons.yml], clause: Rules }\n`),
    at: ["project.yml", "persons.yml"],
  },
  {
    code: "amendment-covers-nothing",
    rule: "an amendment rule for a pattern that nothing matches",
    edit: (small) => small.append("project.yml", 'amendments:\n  - { id: a, files: ["groups/*x*-wg.yml"], clause: Rules }\n'),
    at: ["project.yml", "*x*"],
  },
  // Domains and scopes
  {
    code: "two-owners",
    rule: "a domain that two groups own",
    edit: (small) => small.with("groups/outlook-wg.yml", newGroup("outlook-wg", "scope: { owns: [forecasts] }\n")),
    at: [group, "owns"],
    and: ["groups/outlook-wg.yml", "owns"],
  },
  {
    code: "interest-group-owns",
    rule: "an Interest Group that owns a domain",
    edit: (small) => small.edit(interest, "advises: [readings]", "owns: [readings]"),
    at: [interest, "owns"],
  },
  {
    code: "retired-group-owns",
    rule: "a retired group that still owns a domain",
    edit: (small) =>
      small.with("groups/sky-wg.yml", "id: sky-wg\nname: Sky\nkind: working-group\nstatus: retired\nscope:\n  owns: [readings]\n"),
    at: ["groups/sky-wg.yml", "owns"],
  },
  {
    code: "exclusion-of-owned-domain",
    rule: "a group that excludes what it owns",
    edit: (small) => small.edit(group, "domains: [readings], terms", "domains: [forecasts], terms"),
    at: [group, "terms: [barometer]"],
  },
  {
    code: "fallback-twice",
    rule: "two domains that take what fits nowhere",
    edit: (small) => small.edit("domains.yml", "terms: [barometer, thermometer]", "terms: [barometer]\n    fallback: process-only"),
    at: ["domains.yml", 23],
  },
  {
    code: "domain-without-signals",
    rule: "a domain that nothing shows",
    edit: (small) => small.edit("domains.yml", "signals: { terms: [charter] }", "signals: {}"),
    at: ["domains.yml", "signals: {}"],
  },
  {
    code: "reserved-everything",
    rule: "a reserved matter without a condition",
    edit: (small) => small.edit("project.yml", "    types: [Process]\n", "").edit(group, /delegations:[\s\S]*$/, ""),
    at: ["project.yml", "id: process"],
  },
  // Delegations
  {
    code: "delegation-to-interest-group",
    rule: "an Interest Group with a delegation",
    edit: (small) => small.append(interest, `delegations:\n${delegation({ domains: "[readings]" })}`),
    at: [interest, "decision: accept"],
  },
  {
    code: "delegation-outside-scope",
    rule: "a delegation of a domain that the group does not own",
    edit: (small) => small.edit(group, "    domains: [forecasts]", "    domains:\n      - forecasts\n      - readings"),
    at: [group, "      - readings"],
  },
  {
    code: "delegation-of-reserved-matter",
    rule: "a delegation of a reserved change",
    edit: (small) => small.edit(group, "changes: [additive, clarification]", "changes: [additive, breaking]"),
    at: [group, "changes: ["],
  },
  {
    code: "delegation-of-reserved-matter",
    rule: "a delegation of a reserved type",
    edit: (small) => small.edit(group, "types: [Standards Track]", "types:\n      - Standards Track\n      - Process"),
    at: [group, "- Process"],
  },
  {
    code: "delegation-of-reserved-matter",
    rule: "a delegation of a domain of which everything is reserved",
    edit: (small) => small.edit("project.yml", "types: [Process]", "domains: [forecasts]"),
    at: [group, "    domains: [forecasts]"],
  },
  {
    code: "delegation-of-unclear",
    rule: "a delegation of what is unclear",
    edit: (small) => small.edit(group, "[additive, clarification]", "[additive, unclear]"),
    at: [group, "unclear"],
  },
  {
    code: "delegation-not-adopted",
    rule: "a delegation that nothing grants",
    edit: (small) => small.edit(group, "adopted: https://example.org/decisions/7", "adopted: null"),
    at: [group, "adopted: null"],
  },
  {
    code: "delegation-not-adopted",
    rule: "a delegation that does not say who grants it",
    edit: (small) => small.edit(group, "    adopted: https://example.org/decisions/7\n", ""),
    at: [group, "decision: accept"],
  },
  {
    code: "delegation-expired",
    rule: "a delegation whose last day has passed",
    edit: (small) => small.edit(group, "until: 2027-06-30", "until: 2026-11-22"),
    at: [group, "2026-11-22"],
  },
  {
    code: "delegation-not-begun",
    rule: "a delegation that begins tomorrow",
    edit: (small) => small.edit(group, "    until: 2027-06-30", "    since: 2026-11-24\n    until: 2027-06-30"),
    at: [group, "2026-11-24"],
  },
  {
    code: "delegation-ends-soon",
    rule: "a delegation that ends in sixty days",
    edit: (small) => small.edit(group, "until: 2027-06-30", "until: 2027-01-22"),
    at: [group, "2027-01-22"],
  },
  {
    code: "delegation-to-idle-group",
    rule: "a delegation to a group without a charter",
    edit: (small) => small.edit(group, "status: chartered", "status: uncharted"),
    at: [group, "decision: accept"],
  },
  {
    code: "delegations-overlap",
    rule: "one proposal under two delegations that differ",
    edit: (small) => small.append(group, delegation({ types: "[Standards Track]" })),
    at: [group, 29],
  },
  {
    code: "veto-window-without-length",
    rule: "a veto window that never ends",
    edit: (small) => small.edit(group, ", within: 5 business days }", " }"),
    at: [group, "oversight:"],
  },
  {
    code: "oversight-window-unused",
    rule: "a window for an approval",
    edit: (small) => small.edit(group, "kind: veto-window", "kind: approval"),
    at: [group, "oversight:"],
  },
  // Who decides
  {
    code: "quorum-out-of-reach",
    rule: "more consents than the group has voters",
    edit: (small) => small.edit("procedures.yml", "needed: 2, organisations: 2", "needed: 4, organisations: 2"),
    at: [group, "procedure: wg-consensus"],
  },
  {
    code: "quorum-out-of-reach",
    rule: "more organisations than the group's voters come from",
    edit: (small) => small.edit("procedures.yml", "needed: 2, organisations: 2", "needed: 3, organisations: 4"),
    at: [group, "procedure: wg-consensus"],
  },
  {
    code: "quorum-out-of-reach",
    rule: "more approvals than the authority has members",
    edit: (small) => small.edit("procedures.yml", "needed: 1", "needed: 2"),
    at: ["project.yml", "procedure: core-approval"],
  },
  {
    code: "quorum-out-of-reach",
    rule: "a level that more must approve than there are",
    edit: (small) => small.edit("ladder.yml", "procedure: core-approval }", "count: 4 }"),
    at: ["ladder.yml", "count: 4"],
  },
  {
    code: "quorum-out-of-reach",
    rule: "more confirmations of a changed text than the authority has members",
    edit: (small) => small.edit("procedures.yml", "procedures:\n", "confirm: { authority-members: 4 }\nprocedures:\n"),
    at: ["procedures.yml", "authority-members: 4"],
  },
  {
    code: "confirmations-out-of-reach",
    rule: "more confirmations than there are Core Maintainers beside the recorder",
    edit: (small) => small.append("project.yml", "recording: { confirmations: 3 }\n"),
    at: ["project.yml", "confirmations: 3"],
  },
  {
    code: "confirmations-out-of-reach",
    rule: "the usual two confirmations where only two Core Maintainers are left",
    edit: (small) =>
      small.edit("people.yml", "core-maintainer, since: 2025-03-01 }]\n  - name: Cleo", "maintainer, since: 2025-03-01 }]\n  - name: Cleo"),
    at: ["project.yml", "  core-maintainers:"],
  },
  {
    code: "consents-out-of-reach",
    rule: "a voter without whom the others are of one organisation",
    edit: (small) => small.edit("people.yml", "affiliation: independent", "affiliation: Orbit"),
    at: [group, "person: Juno"],
  },
  {
    code: "consents-out-of-reach",
    rule: "a vote that only one organisation would be left to cast",
    edit: (small) =>
      small
        .edit("people.yml", "affiliation: independent", "affiliation: Orbit")
        .edit(group, "procedure: wg-consensus", "procedure: wg-vote"),
    at: [group, "person: Juno"],
  },
  {
    code: "consents-out-of-reach",
    rule: "voters each of whom is needed",
    edit: (small) => small.edit(group, "  - { person: ravi }\n", ""),
    at: [group, "procedure: wg-consensus"],
  },
  {
    code: "consents-out-of-reach",
    rule: "too many whose term has not begun",
    edit: (small) =>
      small
        .edit("procedures.yml", "needed: 2, organisations: 2", "needed: 3, organisations: 2")
        .edit(group, "{ person: ravi }", "{ person: ravi, since: 2026-12-01 }"),
    at: [group, "procedure: wg-consensus"],
  },
  {
    code: "one-organisation",
    rule: "voters of one organisation, however it is spelt",
    edit: (small) =>
      small.edit("people.yml", "affiliation: independent", "affiliation: hexa labs").edit(group, / {2}- \{ person: noor.*\n/, ""),
    at: [group, "leads:"],
  },
  {
    code: "one-organisation",
    rule: "voters whose organisations nobody stated",
    edit: (small) =>
      small
        .edit("people.yml", "    affiliation: Hexa\n", "")
        .edit("people.yml", "    affiliation: independent\n", "")
        .edit(group, / {2}- \{ person: noor.*\n/, ""),
    at: [group, "leads:"],
  },
  {
    code: "one-organisation",
    rule: "a single voter, where the procedure would let one decide",
    edit: (small) => small.edit(group, /members:\n.*\n.*\n/, "").edit(group, "procedure: wg-consensus", "procedure: wg-vote"),
    at: [group, "leads:"],
  },
  {
    code: "no-active-lead",
    rule: "a group whose only lead's term has ended",
    edit: (small) => small.edit(group, "{ person: Juno, since: 2026-02-01 }", "{ person: Juno, until: 2026-08-14 }").append(group, ""),
    at: [group, "leads:"],
  },
  {
    code: "no-active-lead",
    rule: "a chartered group that names no lead",
    edit: (small) => small.edit(interest, "leads:\n  - { person: noor }", "leads: []"),
    at: [interest, "leads: []"],
  },
  {
    code: "term-ends-soon",
    rule: "a term that ends within sixty days",
    edit: (small) => small.edit(group, "until: 2027-12-31", "until: 2027-01-22"),
    at: [group, "2027-01-22"],
  },
  {
    code: "term-ended",
    rule: "a member whose term has ended",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: cleo, until: 2026-11-22 }"),
    at: [group, "cleo"],
  },
  {
    code: "overlapping-terms",
    rule: "two seats of one member at once",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: RAVI, since: 2026-05-01 }"),
    at: [group, "RAVI"],
  },
  {
    code: "authority-without-members",
    rule: "an authority whose level nobody holds",
    edit: (small) =>
      small.edit("people.yml", "levels: [{ level: lead-maintainer, since: 2024-11-25 }]", "levels: [{ level: core-maintainer }]"),
    at: ["project.yml", "  lead-maintainers:"],
  },
  {
    code: "authority-without-procedure",
    rule: "Core Maintainers without a way to decide",
    edit: (small) => small.edit("project.yml", "    procedure: core-vote\n", ""),
    at: ["project.yml", "  core-maintainers:"],
  },
  // People
  {
    code: "one-person-as-two",
    rule: "one login under two people, whatever the case",
    edit: (small) => small.append("people.yml", "  - name: Juno Older\n    accounts: [{ login: JUNO-OLD, id: 2001 }]\n"),
    at: ["people.yml", "JUNO-OLD"],
  },
  {
    code: "one-person-as-two",
    rule: "one numeric id under two people",
    edit: (small) => small.append("people.yml", "  - name: Juno Younger\n    accounts: [{ login: juno-new, id: 1004 }]\n"),
    at: ["people.yml", "juno-new"],
  },
  {
    code: "one-person-as-two",
    rule: "two seats of one person under two accounts",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: juno-old }"),
    at: [group, "juno-old"],
  },
  {
    code: "same-name",
    rule: "two people of one name",
    edit: (small) => small.append("people.yml", "  - name: noor  haddad\n    accounts: [{ login: nhaddad, id: 2002 }]\n"),
    at: ["people.yml", "noor  haddad"],
  },
  {
    code: "unpinned-people",
    rule: "a person without a numeric id",
    edit: (small) => small.edit("people.yml", "{ login: noor, id: 1006 }", "{ login: noor }"),
    at: ["people.yml", "{ login: noor }"],
  },
  {
    code: "emeritus-holds-level",
    rule: "a level that is held and given up at once",
    edit: (small) => small.edit("people.yml", "emeritus: [maintainer]", "emeritus: [maintainer, member]"),
    at: ["people.yml", "emeritus:"],
  },
  {
    code: "affiliation-twice",
    rule: "one spelling for two organisations",
    edit: (small) => small.edit("people.yml", "affiliations:\n", "affiliations:\n  Orbit: [hexa]\n"),
    at: ["people.yml", "  Hexa Labs:"],
  },
  {
    code: "affiliation-spelling",
    rule: "one organisation spelt in two ways",
    edit: (small) => small.edit("people.yml", "affiliation: Tern Works", "affiliation: Orbit.io"),
    at: ["people.yml", "Orbit.io"],
  },
  {
    code: "affiliation-spelling",
    rule: "one organisation, once with an addition",
    edit: (small) => small.edit("people.yml", "affiliation: Tern Works", "affiliation: Orbit / Labs"),
    at: ["people.yml", "Orbit / Labs"],
  },
  {
    code: "affiliation-spelling",
    rule: "one organisation, once by its initials",
    edit: (small) =>
      small
        .edit("people.yml", "affiliation: Tern Works", "affiliation: Tern Weather Works")
        .edit("people.yml", "affiliation: independent", "affiliation: TWW"),
    at: ["people.yml", "TWW"],
  },
  {
    code: "affiliation-spelling",
    rule: "one organisation with other punctuation",
    edit: (small) =>
      small
        .edit("people.yml", "affiliation: Tern Works", "affiliation: Tern-Works")
        .edit("people.yml", "affiliation: independent", "affiliation: tern works"),
    at: ["people.yml", "tern works"],
  },
  // Procedures, ladder, lifecycle, calendar
  {
    code: "on-block-never-decides",
    rule: "a block answered by lazy consensus",
    edit: (small) => small.edit("procedures.yml", "on-block: wg-vote", "on-block: wg-consensus"),
    at: ["procedures.yml", "on-block"],
  },
  {
    code: "significant-window-shorter",
    rule: "less time for what matters more",
    edit: (small) => small.edit("procedures.yml", "minor: 5 days, significant: 10 days", "minor: 2 weeks, significant: 5 business days"),
    at: ["procedures.yml", "minor:"],
  },
  {
    code: "ladder-cycle",
    rule: "levels that come after each other",
    edit: (small) => small.edit("ladder.yml", "name: Member, rank: 1 }", "name: Member, rank: 1, after: [core-maintainer] }"),
    at: ["ladder.yml", "name: Member,"],
  },
  {
    code: "nobody-may-sponsor",
    rule: "a ladder on which nobody may sponsor",
    edit: (small) => small.edit("ladder.yml", "    may-sponsor: true\n", ""),
    at: ["ladder.yml", 1],
  },
  {
    code: "unreachable-state",
    rule: "a state that nothing leads to",
    edit: (small) =>
      small
        .edit("lifecycle.yml", "timers:", "  - { from: [superseded], to: final, by: [author] }\ntimers:")
        .edit("lifecycle.yml", "  - { id: dormant,", "  - { id: superseded, label: superseded, turn: nobody }\n  - { id: dormant,"),
    at: ["lifecycle.yml", "id: superseded"],
  },
  {
    code: "inescapable-state",
    rule: "an open state that nothing leads out of",
    edit: (small) => small.edit("lifecycle.yml", "  - { id: final, label: final, terminal: true,", "  - { id: final, label: final,"),
    at: ["lifecycle.yml", "id: final"],
  },
  {
    code: "timer-without-transition",
    rule: "a timer that no transition lets through",
    edit: (small) => small.edit("lifecycle.yml", "to: dormant, by: [timer]", "to: dormant, by: [author]"),
    at: ["lifecycle.yml", "dormant: 180 days"],
  },
  {
    code: "reminder-after-dormancy",
    rule: "a reminder that comes too late",
    edit: (small) => small.edit("lifecycle.yml", "remind: 90 days", "remind: 6 months"),
    at: ["lifecycle.yml", "6 months"],
  },
  {
    code: "asks-outlast-dormancy",
    rule: "more asking than there is time for",
    edit: (small) => small.edit("lifecycle.yml", "dormant: 180 days", "dormant: 180 days, asks: 4"),
    at: ["lifecycle.yml", "asks: 4"],
  },
  {
    code: "dates-reversed",
    rule: "a review window that closes before it opens",
    edit: (small) => small.edit("project.yml", "closes: 2026-12-15", "closes: 2026-08-15"),
    at: ["project.yml", "2026-08-15"],
  },
  {
    code: "dates-reversed",
    rule: "a term that ends before it begins",
    edit: (small) =>
      small.edit(interest, "{ person: noor }", "{ person: noor }\n  - { person: ravi, since: 2027-05-01, until: 2027-04-01 }"),
    at: [interest, "2027-04-01"],
  },
  {
    code: "dates-reversed",
    rule: "an absence that ends before it begins",
    edit: (small) => small.edit("people.yml", "until: 2027-01-03", "until: 2026-01-03"),
    at: ["people.yml", "2026-01-03"],
  },
  // Groups
  {
    code: "merged-group-active",
    rule: "a group in the place of one that still works",
    edit: (small) => small.append(group, "merges: [readings-ig]\n"),
    at: [group, "merges"],
  },
  {
    code: "merged-group-active",
    rule: "a group in the place of itself",
    edit: (small) => small.append(group, "merges: [forecasts-wg]\n"),
    at: [group, "merges"],
  },
  {
    code: "charter-missing",
    rule: "a chartered group without a charter",
    edit: (small) => small.edit(interest, "charter: { text: docs/groups/readings.md }\n", ""),
    at: [interest, "status: chartered"],
  },
  {
    code: "repeated-entry",
    rule: "a name twice in a list",
    edit: (small) =>
      small.edit(
        group,
        "types: [Standards Track]",
        "types:\n      - Standards Track\n      - Informational\n      - Standards Track # again",
      ),
    at: [group, "# again"],
  },
  {
    code: "repeated-entry",
    rule: "an account twice under one person",
    edit: (small) => small.edit("people.yml", "{ login: noor, id: 1006 }", "{ login: noor, id: 1006 }, { login: Noor, id: 1006 }"),
    at: ["people.yml", "Noor, id"],
  },
];

describe("a broken constitution gives its code at its line, and nothing else", () => {
  it.each(broken.map((row) => [`${row.code}: ${row.rule}`, row] as const))("%s", (_, { code, edit, at, and, today }) => {
    const constitution = edit(smallConstitution());

    const { problems } = constitution.load(today ?? someDay);

    const expected = [at, ...(and ? [and] : [])].map(([file, line]) => ({
      code,
      file,
      line: typeof line === "number" ? line : constitution.lineOf(file, line),
    }));
    expect(problems.map((problem) => ({ code: problem.code, file: problem.file, line: problem.line }))).toEqual(expected);
    expect(problems[0]?.severity).toBe(rules.find((rule) => rule.code === code)?.severity ?? "error");
  });
});

interface Sound {
  /** The edit breaks something else. */
  readonly unsound?: true;
  readonly code: string;
  readonly rule: string;
  readonly edit: Edit;
  readonly today?: string;
}

const asIs: Edit = (small) => small;

/** What comes close to each rule, and is allowed. */
const sound: readonly Sound[] = [
  {
    code: "amendment-covers-nothing",
    rule: "files, patterns, and files that are not there yet",
    edit: (small) =>
      small.append(
        "project.yml",
        'amendments:\n  - { id: a, files: ["people.yml", "groups/*.yml", "*.yml", "g*s/*ings*.yml", "groups/new-wg.yml"], clause: Rules }\n',
      ),
  },
  {
    code: "unknown-person",
    rule: "logins are found whatever their letter case",
    edit: (small) => small.edit(group, "person: Juno", "person: JUNO"),
  },
  {
    code: "unknown-person",
    rule: "any account of a person will do",
    edit: (small) => small.edit(group, "person: Juno", "person: juno-old"),
  },
  {
    code: "unknown-person",
    rule: "a person whose entry is broken elsewhere is still known",
    edit: (small) => small.edit("people.yml", "affiliation: independent", "affiliation: 7"),
    unsound: true,
  },
  {
    code: "unknown-domain",
    rule: "a domain whose entry is broken elsewhere is still known",
    edit: (small) => small.edit("domains.yml", "about: project", "about: nothing"),
    unsound: true,
  },
  {
    code: "unknown-group",
    rule: "a former group that keeps its file",
    edit: (small) =>
      small
        .with("groups/outlooks-wg.yml", "id: outlooks-wg\nname: Outlooks\nkind: working-group\nstatus: retired\n")
        .append(group, "merges: [outlooks-wg]\n"),
  },
  {
    code: "unknown-level",
    rule: "a role of groups after another role",
    edit: (small) => small.append("ladder.yml", "  - { id: wg-chair, name: Chair, rank: 2, after: [wg-lead] }\n"),
  },
  { code: "unknown-procedure", rule: "every procedure is defined", edit: asIs },
  {
    code: "unknown-authority",
    rule: "a lead of the group may propose to amend its charter",
    edit: (small) =>
      small.append(
        "project.yml",
        'amendments:\n  - { id: charters, files: ["groups/*.yml"], proposed-by: [group-lead], by: core-maintainers, procedure: core-approval, clause: Rules }\n',
      ),
  },
  { code: "unknown-state", rule: "every state is listed", edit: asIs },
  { code: "unknown-time-zone", rule: "UTC", edit: (small) => small.edit("project.yml", "Europe/Oslo", "UTC") },
  {
    code: "duplicate-id",
    rule: "a domain and a procedure may share an id",
    edit: (small) => small.append("procedures.yml", "  - { id: forecasts, name: Vote, kind: approval }\n"),
  },
  {
    code: "group-file-name",
    rule: "a file may end in .yaml",
    edit: (small) => small.without(interest).with("groups/readings-ig.yaml", small.text(interest)),
  },
  {
    code: "label-collision",
    rule: "a domain may have the name of a state behind its prefix",
    edit: (small) => small.edit("domains.yml", '"domain: readings"', '"domain: draft"'),
  },
  {
    code: "label-too-long",
    rule: "a label of fifty characters",
    edit: (small) => small.with(`groups/${"a".repeat(43)}.yml`, newGroup("a".repeat(43))),
  },
  {
    code: "label-without-prefix",
    rule: "another prefix, for all domains",
    edit: (small) => small.append("project.yml", 'labels: { domain-prefix: "dom" }\n'),
  },
  {
    code: "two-owners",
    rule: "a retired group may keep the domain that another has taken",
    edit: (small) => small.with("groups/sky-wg.yml", newGroup("sky-wg", "scope: { owns: [forecasts] }\n").replace("chartered", "retired")),
  },
  {
    code: "two-owners",
    rule: "an Interest Group owns nothing, whatever it writes",
    edit: (small) => small.edit(interest, "advises: [readings]", "owns: [forecasts]"),
    unsound: true,
  },
  { code: "interest-group-owns", rule: "an Interest Group may advise", edit: asIs },
  {
    code: "retired-group-owns",
    rule: "a retired group that owns nothing",
    edit: (small) => small.with("groups/sky-wg.yml", newGroup("sky-wg").replace("chartered", "retired")),
  },
  {
    code: "exclusion-of-owned-domain",
    rule: "an exclusion by words alone",
    edit: (small) => small.edit(group, "domains: [readings], terms", "terms"),
  },
  {
    code: "fallback-twice",
    rule: "one fallback of each kind",
    edit: (small) => small.edit("domains.yml", "terms: [barometer, thermometer]", "terms: [barometer]\n    fallback: schema-changes"),
  },
  { code: "domain-without-signals", rule: "one kind of signal is enough", edit: asIs },
  {
    code: "reserved-everything",
    rule: "deprecation is a condition",
    edit: (small) => small.edit("project.yml", "types: [Process]", "deprecation: true"),
  },
  {
    code: "delegation-to-interest-group",
    rule: "an Interest Group may recommend",
    edit: (small) => small.append(interest, `delegations:\n${delegation({ domains: "[readings]" }).replace("accept", "recommend")}`),
  },
  {
    code: "delegation-outside-scope",
    rule: "a group may recommend on what it does not own",
    edit: (small) => small.append(group, delegation({ domains: "[readings]" }).replace("accept", "recommend")),
  },
  {
    code: "delegation-of-reserved-matter",
    rule: "deprecations are taken out by the route",
    edit: (small) => small.edit("project.yml", "types: [Process]", "domains: [forecasts]\n    deprecation: true"),
  },
  {
    code: "delegation-of-reserved-matter",
    rule: "conditions that never meet together",
    edit: (small) => small.edit("project.yml", "types: [Process]", "domains: [forecasts]\n    changes: [breaking]"),
  },
  { code: "delegation-of-unclear", rule: "clear classes only", edit: asIs },
  {
    code: "delegation-not-adopted",
    rule: "a recommendation needs no adoption",
    edit: (small) => small.append(group, delegation({ adopted: "null" }).replace("accept", "recommend")),
  },
  { code: "delegation-expired", rule: "the last day counts", edit: asIs, today: "2027-06-30" },
  {
    code: "delegation-not-begun",
    rule: "the first day counts",
    edit: (small) => small.edit(group, "    until: 2027-06-30", `    since: ${someDay}\n    until: 2027-06-30`),
  },
  {
    code: "delegation-ends-soon",
    rule: "an end in sixty-one days",
    edit: (small) => small.edit(group, "until: 2027-06-30", "until: 2027-01-23"),
  },
  { code: "delegation-ends-soon", rule: "a delegation that has ended", edit: asIs, today: "2027-07-01" },
  { code: "delegation-to-idle-group", rule: "a chartered group", edit: asIs },
  {
    code: "delegations-overlap",
    rule: "a running delegation beside the one proposed in its place",
    edit: (small) => small.append(group, delegation({ types: "[Standards Track]", adopted: "null" })),
  },
  {
    code: "delegations-overlap",
    rule: "one delegation after the other",
    edit: (small) => small.append(group, delegation({ types: "[Standards Track]", since: "2027-07-01" })),
  },
  { code: "delegations-overlap", rule: "other types", edit: (small) => small.append(group, delegation()) },
  {
    code: "veto-window-without-length",
    rule: "approval needs no length",
    edit: (small) =>
      small.edit(group, "kind: veto-window, by: core-maintainers, within: 5 business days", "kind: approval, by: core-maintainers"),
  },
  { code: "oversight-window-unused", rule: "a veto window with its length", edit: asIs },
  {
    code: "quorum-out-of-reach",
    rule: "as many consents as voters",
    edit: (small) => small.edit("procedures.yml", "needed: 2, organisations: 2", "needed: 3, organisations: 3"),
  },
  {
    code: "quorum-out-of-reach",
    rule: "organisations that are not stated might differ",
    edit: (small) =>
      small
        .edit("procedures.yml", "needed: 2, organisations: 2", "needed: 3, organisations: 3")
        .edit("people.yml", "    affiliation: independent\n", ""),
  },
  {
    code: "quorum-out-of-reach",
    rule: "a group whose people nobody named",
    edit: (small) => small.edit(group, /leads:[\s\S]*(?=scope:)/, "leads: []\n"),
  },
  {
    code: "quorum-out-of-reach",
    rule: "as many confirmations of a changed text as Core has members",
    edit: (small) => small.edit("procedures.yml", "procedures:\n", "confirm: { authority-members: 3 }\nprocedures:\n"),
  },
  { code: "confirmations-out-of-reach", rule: "two beside the recorder", edit: asIs },
  {
    code: "confirmations-out-of-reach",
    rule: "all Core Maintainers, beside a recorder who is none",
    edit: (small) => small.edit("project.yml", "recorders: [asta]", "recorders: [asta, noor]\nrecording: { confirmations: 3 }"),
  },
  { code: "consents-out-of-reach", rule: "voters enough without any one of them", edit: asIs },
  {
    code: "consents-out-of-reach",
    rule: "nobody is recused where authors may decide",
    edit: (small) =>
      small
        .edit(group, "  - { person: ravi }\n", "")
        .edit("procedures.yml", "act-on-own: recused", "act-on-own: allowed")
        .edit("procedures.yml", "organisations: 2 }", "organisations: 2, excluding: [] }"),
  },
  {
    code: "one-organisation",
    rule: "independents are each their own organisation",
    edit: (small) =>
      small.edit("people.yml", "affiliation: Hexa\n", "affiliation: independent\n").edit(group, / {2}- \{ person: noor.*\n/, ""),
  },
  {
    code: "one-organisation",
    rule: "a group that decides nothing",
    edit: (small) => small.edit("people.yml", "affiliation: independent", "affiliation: Hexa").edit(group, /delegations:[\s\S]*$/, ""),
  },
  {
    code: "no-active-lead",
    rule: "a lead on the last day of the term",
    edit: (small) => small.edit(group, "{ person: Juno, since: 2026-02-01 }", `{ person: Juno, until: ${someDay} }`),
  },
  {
    code: "no-active-lead",
    rule: "a group that is still forming",
    edit: (small) => small.edit(interest, "leads:\n  - { person: noor }", "leads: []").edit(interest, "chartered", "forming"),
  },
  {
    code: "term-ends-soon",
    rule: "the next term is entered",
    edit: (small) =>
      small
        .edit(group, "until: 2027-12-31", "until: 2026-12-31")
        .edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: noor, since: 2027-01-01 }"),
  },
  {
    code: "term-ends-soon",
    rule: "a member of a retired group",
    edit: (small) => small.edit(interest, "{ person: noor }", "{ person: noor, until: 2026-12-01 }").edit(interest, "chartered", "retired"),
  },
  {
    code: "term-ended",
    rule: "a former term beside the present one",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: noor, until: 2026-01-31 }"),
  },
  {
    code: "term-ended",
    rule: "a retired group",
    edit: (small) => small.edit(interest, "{ person: noor }", "{ person: noor, until: 2026-10-01 }").edit(interest, "chartered", "retired"),
  },
  {
    code: "overlapping-terms",
    rule: "one term after the other",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: noor, since: 2028-01-01 }"),
  },
  {
    code: "overlapping-terms",
    rule: "a lead who is named among the members too",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: juno }"),
  },
  {
    code: "unknown-authority",
    rule: "holds by the leads concerned and the sponsor, who are no bodies",
    edit: (small) => small.append("project.yml", "holds: { by: [lead-maintainers, group-lead, sponsor], lasts: 7 days }\n"),
  },
  { code: "authority-without-members", rule: "one member is enough", edit: asIs },
  {
    code: "authority-without-procedure",
    rule: "a body that decides no proposals",
    edit: (small) => small.edit("project.yml", "    procedure: core-approval\n", ""),
  },
  { code: "one-person-as-two", rule: "two accounts in one entry", edit: asIs },
  {
    code: "one-person-as-two",
    rule: "one account as lead and as member",
    edit: (small) => small.edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: juno }"),
  },
  {
    code: "same-name",
    rule: "people without a name",
    edit: (small) =>
      small
        .edit("people.yml", "- name: Noor Haddad\n    accounts", "- accounts")
        .edit("people.yml", "- name: Ravi Sund\n    accounts", "- accounts"),
  },
  { code: "unpinned-people", rule: "one account with its id is enough", edit: (small) => small.edit("people.yml", ", id: 1005", "") },
  {
    code: "emeritus-holds-level",
    rule: "a level that was held and ended",
    edit: (small) =>
      small
        .edit("people.yml", "emeritus: [maintainer]", "emeritus: [member]")
        .edit(
          "people.yml",
          /ravi[\s\S]*since: 2025-06-01(?= \}\]\n {4}emeritus)/,
          "ravi, id: 1007 }]\n    affiliation: independent\n    levels: [{ level: member, since: 2025-06-01, until: 2026-01-01",
        ),
  },
  {
    code: "affiliation-twice",
    rule: "a spelling that repeats the name it is kept under",
    edit: (small) => small.edit("people.yml", "[Hexa,", "[hexa labs,"),
  },
  {
    code: "affiliation-spelling",
    rule: "names that only begin alike",
    edit: (small) => small.edit("people.yml", "affiliation: Tern Works", "affiliation: Orbital"),
  },
  {
    code: "affiliation-spelling",
    rule: "two spellings listed as one organisation",
    edit: (small) =>
      small
        .edit("people.yml", "affiliation: Tern Works", "affiliation: Orbit.io")
        .edit("people.yml", "affiliations:\n", "affiliations:\n  Orbit: [Orbit.io]\n"),
  },
  {
    code: "on-block-never-decides",
    rule: "a block answered by an approval",
    edit: (small) => small.edit("procedures.yml", "on-block: wg-vote", "on-block: core-approval"),
  },
  {
    code: "significant-window-shorter",
    rule: "the same time for both",
    edit: (small) => small.edit("procedures.yml", "minor: 5 days, significant: 10 days", "minor: 7 days, significant: 1 week"),
  },
  {
    code: "ladder-cycle",
    rule: "a level after several",
    edit: (small) => small.edit("ladder.yml", "after: [maintainer]", "after: [member, maintainer]"),
  },
  {
    code: "nobody-may-sponsor",
    rule: "a role of groups may sponsor",
    edit: (small) =>
      small
        .edit("ladder.yml", "    may-sponsor: true\n", "")
        .edit("ladder.yml", "name: Lead, rank: 1,", "name: Lead, rank: 1, may-sponsor: true,"),
  },
  {
    code: "unreachable-state",
    rule: "a state entered by hand only",
    edit: (small) =>
      small
        .edit(
          "lifecycle.yml",
          "  - { id: dormant,",
          "  - { id: merged-unratified, label: merged-unratified, turn: deciders }\n  - { id: dormant,",
        )
        .edit(
          "lifecycle.yml",
          "timers:",
          "  - { from: [draft], to: merged-unratified, by: [hand] }\n  - { from: [merged-unratified], to: final, by: [core-maintainers] }\ntimers:",
        ),
  },
  {
    code: "inescapable-state",
    rule: "a terminal state may be left",
    edit: (small) => small.edit("lifecycle.yml", "timers:", "  - { from: [rejected], to: draft, by: [sponsor] }\ntimers:"),
  },
  {
    code: "timer-without-transition",
    rule: "a timer that only reminds",
    edit: (small) => small.append("lifecycle.yml", "  - { state: accepted, remind: 30 days }\n"),
  },
  {
    code: "reminder-after-dormancy",
    rule: "a reminder some hours before",
    edit: (small) => small.edit("lifecycle.yml", "remind: 90 days", "remind: 4000 hours"),
  },
  {
    code: "asks-outlast-dormancy",
    rule: "the last asking on the day it goes dormant",
    edit: (small) => small.edit("lifecycle.yml", "dormant: 180 days", "dormant: 180 days, asks: 3"),
  },
  {
    code: "asks-outlast-dormancy",
    rule: "another state, in which nobody is asked",
    edit: (small) => small.append("lifecycle.yml", "  - { state: draft, dormant: 30 days }\n"),
    unsound: true,
  },
  {
    code: "dates-reversed",
    rule: "a window of one day",
    edit: (small) => small.edit("project.yml", "closes: 2026-12-15", "closes: 2026-09-01"),
  },
  {
    code: "merged-group-active",
    rule: "a former group that is retired",
    edit: (small) => small.append(group, "merges: [readings-ig]\n").edit(interest, "chartered", "retired"),
  },
  {
    code: "charter-missing",
    rule: "a group that has no charter yet",
    edit: (small) => small.edit(interest, "charter: { text: docs/groups/readings.md }\n", "").edit(interest, "chartered", "forming"),
  },
  {
    code: "repeated-entry",
    rule: "one entry in two lists",
    edit: (small) => small.edit("domains.yml", "terms: [barometer, thermometer]", "terms: [barometer]\n      declared: [barometer]"),
  },
];

describe("what comes close to a rule, and keeps it, is not reported", () => {
  it.each(sound.map((row) => [`${row.code}: ${row.rule}`, row] as const))("%s", (_, { code, edit, today, unsound }) => {
    const { problems } = edit(smallConstitution()).load(today ?? someDay);

    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
    if (!unsound) expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
  });
});

describe("every rule", () => {
  it.each(rules.map((rule) => [rule.code]))("%s has a constitution that breaks it and one that comes close", (code) => {
    expect(broken.some((row) => row.code === code)).toBe(true);
    expect(sound.some((row) => row.code === code)).toBe(true);
  });

  it("has its own code", () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
  });
});

describe("severity", () => {
  it.each([
    [
      "error",
      ["unknown-person", "unknown-domain", "unknown-group", "two-owners", "delegation-to-interest-group", "delegation-outside-scope"],
    ],
    ["error", ["delegation-of-reserved-matter", "unreachable-state", "inescapable-state", "one-person-as-two", "quorum-out-of-reach"]],
    ["warning", ["delegation-not-adopted", "delegation-expired", "no-active-lead", "one-organisation", "consents-out-of-reach"]],
    ["warning", ["unpinned-people", "term-ends-soon"]],
  ])("is %s for %j, as design section 4 says", (severity, codes) => {
    expect(codes.map((code) => rules.find((rule) => rule.code === code)?.severity)).toEqual(codes.map(() => severity));
  });
});
