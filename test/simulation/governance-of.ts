import { stringify } from "yaml";
import type { Governance, LoadedGovernance } from "../../src/governance/index.ts";
import { smallConstitution } from "../support/constitution.ts";
import type { SimGroup, SimPerson, SimProposal, SimRules } from "./history.ts";

/** Domain of the proposal, as `/domain own` names it; further groups of a joint decision own one each. */
export const primaryDomain = "own";
export const domainOfGroup = (group: string, { groups }: Pick<SimProposal, "groups">) =>
  groups[0] === group ? primaryDomain : `domain-of-${group}`;

const levels = ["core-maintainer", "lead-maintainer", "maintainer", "member"] as const;
const states = ["proposal", "draft", "in-review", "accepted", "rejected", "final", "withdrawn", "dormant"] as const;
const ends: readonly string[] = ["rejected", "final", "withdrawn"];
const loaded = new WeakMap<SimRules, LoadedGovernance>();

/** The constitution as people would write it in YAML, read as Steward reads it. Throws where it has an error. */
export function governanceOf(rules: SimRules, proposal: SimProposal): Governance {
  const { governance } = load(rules, proposal);
  const errors = findErrors(rules, proposal);
  if (governance === null || errors.length > 0) throw new Error(errors.join("\n"));
  return governance;
}

/** What keeps it from being applied as written; empty when nothing does. */
export function findErrors(rules: SimRules, proposal: SimProposal): readonly string[] {
  return load(rules, proposal)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}

/** Reading a constitution takes longer than deciding by it: each is read once. The rules of one history are of one proposal. */
function load(rules: SimRules, proposal: SimProposal): LoadedGovernance {
  const known = loaded.get(rules);
  if (known) return known;
  const base = smallConstitution().without("groups/forecasts-wg.yml").without("groups/readings-ig.yml");
  const files = [...filesOf(rules, proposal)];
  const read = files.reduce((before, [path, content]) => before.with(path, stringify(content)), base).load("2026-06-01");
  loaded.set(rules, read);
  return read;
}

function filesOf(rules: SimRules, proposal: SimProposal): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ["project.yml", projectOf(rules)],
    ["lifecycle.yml", lifecycle],
    ["domains.yml", { domains: rules.groups.map(({ id }) => aDomain(domainOfGroup(id, proposal))) }],
    ["procedures.yml", proceduresOf(rules)],
    ["ladder.yml", ladder],
    ["people.yml", { people: rules.people.map(personOf) }],
    ...rules.groups.map((group): [string, unknown] => [`groups/${group.id}.yml`, groupOf(group, rules, proposal)]),
  ]);
}

function projectOf(rules: SimRules) {
  return {
    name: "Weather Protocol",
    repository: "weather-protocol/specification",
    mode: "enforce",
    proposals: { folder: "seps/", types: { "Standards Track": {}, Process: {}, Informational: {}, "Extensions Track": {} } },
    authorities: {
      "core-maintainers": { name: "Core Maintainers", levels: ["core-maintainer", "lead-maintainer"], procedure: "core-vote" },
      "lead-maintainers": { name: "Lead Maintainers", levels: ["lead-maintainer"], procedure: "core-approval" },
    },
    reserved: [{ id: "process", why: "How the project works is Core's.", types: ["Process"], clause: "Governance, Process" }],
    "front-door": {
      "group-required": rules.groupRequired,
      sponsorship: { by: "lead", authorities: ["core-maintainers"] },
    },
    escalation: {
      to: "core-maintainers",
      "answer-within": `${rules.answerBusinessDays} business days`,
      "contest-within": `${rules.contestBusinessDays} business days`,
    },
    calendar: {
      "time-zone": rules.timeZone,
      holidays: rules.holidays,
      "review-windows": rules.reviewWindows.map((window, index) => ({ name: `Window ${index + 1}`, ...window })),
    },
    recorders: rules.recorders,
    holds: { lasts: `${rules.holdDays} days` },
  };
}

const lifecycle = {
  states: states.map((id) => ({ id, label: id, terminal: ends.includes(id), turn: "nobody" })),
  transitions: [
    { from: ["proposal"], to: "draft", by: ["sponsor"] },
    { from: ["draft"], to: "in-review", by: ["sponsor"] },
    { from: ["in-review"], to: "accepted", by: ["group", "core-maintainers"] },
    { from: ["in-review"], to: "rejected", by: ["group", "core-maintainers"] },
    { from: ["accepted"], to: "final", by: ["sponsor"] },
    { from: ["proposal", "draft", "in-review", "accepted", "dormant"], to: "withdrawn", by: ["author"] },
    { from: ["proposal", "draft"], to: "dormant", by: ["timer", "lead"] },
    { from: ["dormant", "withdrawn"], to: "proposal", by: ["author"] },
  ],
  timers: [{ state: "proposal", dormant: "6 months", asks: 2, "ask-every": "60 days" }],
};

const aDomain = (id: string) => ({ id, label: `domain: ${id}`, description: "A domain.", signals: { terms: [id] } });

function proceduresOf({ consensus, groupVote, coreVote, sponsorOwn }: SimRules) {
  return {
    "act-on-own": "recused",
    "sponsor-own": sponsorOwn,
    procedures: [
      {
        id: "wg-consensus",
        name: "Consensus",
        kind: "lazy-consensus",
        window: { minor: `${consensus.minorDays} days`, significant: `${consensus.significantDays} days` },
        consents: { needed: consensus.consents, organisations: consensus.organisations },
        "on-block": "wg-vote",
      },
      {
        id: "wg-vote",
        name: "Vote",
        kind: "vote",
        window: `${groupVote.days} days`,
        quorum: groupVote.quorum,
        threshold: groupVote.threshold,
        abstain: groupVote.abstainCounts ? "counts-for-quorum" : "does-not-count",
        "early-close": groupVote.earlyClose,
        "not-passed": "escalate",
      },
      {
        id: "core-vote",
        name: "Core's vote",
        kind: "vote",
        window: `${coreVote.days} days`,
        threshold: "half-of-eligible",
        "not-passed": "return",
        "inside-review-window": coreVote.insideReviewWindow,
      },
      { id: "core-approval", name: "Core's approval", kind: "approval", needed: 1 },
    ],
  };
}

const ladder = {
  levels: levels.map((id, index) => ({ id, name: id, rank: levels.length - index, "may-sponsor": id !== "member" })),
  "group-roles": [{ id: "wg-lead", name: "Lead", rank: 1, "may-sponsor": true }],
};

/** Emeriti hold their levels no more, and no seat. */
function personOf({ accounts, organisation, levels: held, emeritus, away }: SimPerson) {
  return {
    accounts: accounts.map(({ login, accountId, pinned }) => (pinned ? { login, id: accountId } : { login })),
    ...(organisation === null ? {} : { affiliation: organisation }),
    ...(emeritus ? { emeritus: held } : { levels: held.map((level) => ({ level, since: "2025-01-01" })) }),
    away,
  };
}

function groupOf({ id, leads, members }: SimGroup, rules: SimRules, proposal: SimProposal) {
  const domain = domainOfGroup(id, proposal);
  const seats = (persons: readonly string[]) =>
    persons.filter((person) => rules.people.some((one) => one.id === person && !one.emeritus)).map((person) => ({ person }));
  const { oversight } = rules;
  return {
    id,
    name: id,
    kind: "working-group",
    status: "chartered",
    charter: { text: "docs/charter.md", since: "2025-01-01" },
    leads: seats(leads),
    members: seats(members),
    scope: { owns: [domain] },
    delegations: [
      {
        decision: "accept",
        domains: [domain],
        types: ["Standards Track"],
        changes: ["additive", "clarification"],
        procedure: "wg-consensus",
        oversight:
          oversight.kind === "approval"
            ? { kind: "approval", by: "core-maintainers" }
            : { kind: "veto-window", by: "core-maintainers", within: `${oversight.businessDays} business days` },
        joint: true,
        adopted: "https://example.org/decisions/7",
        clause: "Charter, Authority",
      },
    ],
  };
}
