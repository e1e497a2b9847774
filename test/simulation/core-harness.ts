import { calendarOf } from "../../src/calendar/index.ts";
import type { ProposalFacts } from "../../src/commands/command.ts";
import { commandNames } from "../../src/commands/registry.ts";
import type { Assessment } from "../../src/core/assess-proposal.ts";
import { loginOfSponsor, loginsOfOpener } from "../../src/core/authors.ts";
import { toCoreRoute } from "../../src/core/core-route.ts";
import { advance, type Happening } from "../../src/core/decide/advance.ts";
import { listCourtesies } from "../../src/core/decide/courtesies.ts";
import type { PassRules } from "../../src/core/decide/decide-context.ts";
import { findFacts } from "../../src/core/decide/found-facts.ts";
import { gatherActs } from "../../src/core/decide/gather-acts.ts";
import { toProposalFacts } from "../../src/core/decide/proposal-facts.ts";
import { findHandFacts } from "../../src/core/hand-choices.ts";
import { emptyRecord, foldEvent } from "../../src/core/ledger/index.ts";
import { openingFact, routingFact } from "../../src/core/plan-events.ts";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import type { Actor } from "../../src/domain/snapshot.ts";
import type { Governance } from "../../src/governance/index.ts";
import { type Instant, instant } from "../../src/kernel/instant.ts";
import { decideRoute } from "../../src/routing/route/index.ts";
import { aClassification } from "../support/classification.ts";
import { domainOfGroup, governanceOf, primaryDomain } from "./governance-of.ts";
import type { SimHistory, SimOutcome, SimPass, SimProposal, SimRules, Simulate } from "./history.ts";
import { outcomeOfRecord } from "./outcome-of-record.ts";
import { digestOf, headAt, rulesAt, shaOf, snapshotOf } from "./snapshot-of.ts";

/** The real core over a whole history: what every pass recorded, and where the proposal then stood. */
export interface CoreRun {
  readonly ledger: readonly LedgerEvent[];
  /** After each pass. */
  readonly records: readonly ProposalRecord[];
  readonly outcomes: readonly SimOutcome[];
}

export const simulateCore: Simulate = (history) => runCore(history).outcomes;

export function runCore(history: SimHistory): CoreRun {
  const watch = new CoreWatch();
  const outcomes = history.passes.map((pass) => watch.look(history, pass));
  return { ledger: watch.ledger, records: watch.records, outcomes };
}

/** The real core, pass after pass, over a history that may still grow. */
export class CoreWatch {
  readonly ledger: LedgerEvent[] = [];
  /** After each pass. */
  readonly records: ProposalRecord[] = [];
  #record = emptyRecord;

  look(history: SimHistory, pass: SimPass): SimOutcome {
    this.#note(passOver(history, pass, this.#record, this.ledger));
    this.#note(publish(pass, this.#record));
    this.records.push(this.#record);
    return outcomeOfRecord(this.#record, shaOf(headAt(history, pass)));
  }

  #note(happenings: readonly Happening[]): void {
    for (const happening of happenings) {
      const sequence = this.ledger.length + 1;
      this.ledger.push({ ...happening, version: 1, constitution: null, sequence, commitment: null, hash: "0".repeat(64) });
      this.#record = foldEvent(this.#record, { ...happening, sequence });
    }
  }
}

/** What one pass decides: the same steps as `decideProposal`, from the text's digest on. */
export function passOver(
  history: SimHistory,
  pass: SimPass,
  recorded: ProposalRecord,
  ledger: readonly LedgerEvent[],
): readonly Happening[] {
  const now = instant(pass.at);
  const snapshot = snapshotOf(history, pass);
  const rules = rulesAt(history, pass);
  const governance = governanceOf(rules, history.proposal);
  const head = headAt(history, pass);
  const digest = digestOf(head);
  const calendar = calendarOf(governance.project.calendar);
  const passRules: PassRules = { governance, calendar, load: new Map(), reminded: new Map(), sponsored: new Map() };
  const about = { headSha: shaOf(head), digest, openedBy: snapshot.pullRequest.author, final: judgeFinal, laterReasons: [] };
  const assess = (record: ProposalRecord) => assessmentOf(history.proposal, { rules, governance, now }, about.openedBy, record);
  const factsOf = (record: ProposalRecord): ProposalFacts => toProposalFacts(assess(record), about, governance);

  const found = [
    ...openingFact("seps/12-own.md", snapshot.pullRequest, ledger),
    ...findHandFacts(snapshot, governance, ledger),
    ...findFacts(snapshot, recorded, { whole: digest, proposal: digest, file: "seps/12-own.md", passages: [] }, now),
  ];
  const acts = (record: ProposalRecord) => gatherActs(snapshot, record, governance, commandNames);
  const { record, events } = advance(recorded, { found, acts, now }, passRules, factsOf);
  const courtesies = listCourtesies(record, { ...passRules, facts: factsOf(record) }, now)
    .filter(({ from }) => from <= now)
    .map(({ fact }): Happening => ({ at: now, actor: null, source: "pass", clause: null, reason: null, fact }));
  const isOpen = record.decisions.some(({ closed }) => closed === null);
  return [...events, ...courtesies, ...(isOpen ? [] : routingFact(assess(record), now, record.routed))];
}

/** The text stands in a history as a number; what a reader would make of it is as the proposal says. */
function assessmentOf(
  { authors: named, groups, route }: SimProposal,
  { rules, governance, now }: { readonly rules: SimRules; readonly governance: Governance; readonly now: Instant },
  openedBy: Actor,
  record: ProposalRecord,
): Assessment {
  const touched = groups.slice(1).map((group) => domainOfGroup(group, { groups }));
  const classification = aClassification(primaryDomain, { touched });
  const logins = named.flatMap((id) => rules.people.find((person) => person.id === id)?.accounts[0]?.login ?? []);
  const authors = [...loginsOfOpener(openedBy, governance), ...logins];
  const sponsor = loginOfSponsor(record, governance);
  const found = decideRoute({
    governance,
    type: route === "core" ? "Process" : "Standards Track",
    change: "additive",
    classification,
    deprecates: false,
    editsFinal: false,
    authors,
    sponsor,
    recused: record.recused,
    exclusionsMet: [],
    proposedDelegations: "recommend",
    today: now.slice(0, 10),
  });
  return {
    classification,
    change: { class: "additive", evidence: [] },
    route: record.coreDecides ? toCoreRoute(found, governance) : found,
    authors,
    sponsor,
    domainBy: null,
    changeBy: null,
    ownChoices: [],
  };
}

/** Everything that a machine could check holds: whoever attests is believed. */
const judgeFinal: NonNullable<ProposalFacts["final"]> = ({ items }) => ({
  entries: items.map(({ item, links }) => ({ item, status: "met", by: "sponsor", links, text: "It is there.", clause: "R7" })),
  complete: items.length > 0,
  traceability: null,
});

/** What is noted of the status comment's edit: only a new text or head is one. */
function publish({ shown, shownAt, fence }: SimPass, { published }: ProposalRecord): readonly Happening[] {
  const [digest, headSha, last] = [digestOf(shown), shaOf(shown), published.at(-1)];
  if (last?.digest === digest && last.headSha === headSha) return [];
  const fact = { type: "text-published", headSha, digest, fence: last?.digest === digest ? null : fence } as const;
  return [{ at: instant(shownAt), actor: null, source: "comment/1", clause: null, reason: null, fact }];
}
