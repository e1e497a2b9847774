import type { Problem } from "../../src/domain/problem.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { Places, ProposalStatus, StatusData } from "../../src/render/index.ts";
import { decideRoute, type RouteInput } from "../../src/routing/route/index.ts";
import { aClassification } from "../support/classification.ts";
import { smallConstitution, someDay } from "../support/constitution.ts";
import { aRecord } from "../support/proposal-record.ts";

export const places: Places = {
  repository: "https://github.com/weather-protocol/specification",
  headSha: "a".repeat(40),
  rulesCommit: `3f9c2a1${"0".repeat(33)}`,
  rulesFolder: "governance/",
  record: "https://steward.example/proposals/12",
};

const constitution = smallConstitution();
const governance = constitution.governance();

/** The same rules in a project where a group must stand behind each proposal. */
export const withFrontDoor = constitution.append("project.yml", "front-door:\n  group-required: true\n").governance();
/** The same rules, with a delegation that nobody adopted. */
export const notAdopted = constitution
  .edit("groups/forecasts-wg.yml", "adopted: https://example.org/decisions/7", "adopted: null")
  .governance();

/** The same rules, which keep final proposals as they are. */
export const withRecord = constitution
  .edit(
    "project.yml",
    "reserved:\n",
    'reserved:\n  - { id: final-file, why: A final proposal is kept as a record., edits-final: true, clause: "Guide, Updates" }\n',
  )
  .governance();

export const common = { governance, mode: "enforce", places, author: { login: "mira", callable: true } } as const;

export function aRoute(changes: Partial<RouteInput> = {}) {
  return decideRoute({
    governance,
    type: "Standards Track",
    change: "additive",
    classification: aClassification("forecasts"),
    deprecates: false,
    editsFinal: false,
    authors: ["mira"],
    sponsor: null,
    exclusionsMet: [],
    proposedDelegations: "recommend",
    today: someDay,
    ...changes,
  });
}

/** A proposal about forecasts that its group decides. */
export function aProposal(changes: Partial<ProposalStatus> = {}): StatusData {
  return {
    ...common,
    kind: "proposal",
    file: "seps/12-delivery-receipts.md",
    state: "proposal",
    classification: aClassification("forecasts"),
    change: {
      class: "additive",
      evidence: [{ kind: "schema", text: "`schema/draft/schema.json`: optional field added `Forecast.confidence`", weight: 1, line: null }],
    },
    route: aRoute(),
    problems: [],
    missing: ["sponsor"],
    sponsor: null,
    domainBy: null,
    changeBy: null,
    ownLabels: [],
    takenOff: [],
    strayStates: [],
    record: aRecord(),
    events: [],
    now: instant(`${someDay}T12:00:00Z`),
    digest: "9ab3".repeat(16),
    sponsorSuggestions: [],
    requirements: [],
    recordHash: null,
    recordJson: null,
    ...changes,
  };
}

export function aProblem(line: number, severity: Problem["severity"], message: string): Problem {
  return { line, column: 1, severity, code: `rule-of-line-${line}`, message, fix: `mend line ${line}.` };
}
