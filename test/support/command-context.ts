import { calendarOf } from "../../src/calendar/index.ts";
import type { ActingPerson, CommandContext, CommandVerdict, FactDraft, ProposalFacts } from "../../src/commands/command.ts";
import { readCommandLines } from "../../src/commands/reading/index.ts";
import { commands } from "../../src/commands/registry.ts";
import { foldEvent } from "../../src/core/ledger/index.ts";
import type { Refusal } from "../../src/domain/answer.ts";
import type { LedgerFact } from "../../src/domain/ledger-event.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import type { Route } from "../../src/domain/route.ts";
import type { Governance } from "../../src/governance/index.ts";
import { instant } from "../../src/kernel/instant.ts";
import { aClassification } from "./classification.ts";
import { type Constitution, smallConstitution } from "./constitution.ts";
import { aRecord } from "./proposal-record.ts";

/** Monday; the terms of the small constitution run. */
export const actTime = instant("2026-11-23T10:00:00Z");
export const headDigest = "d".repeat(64);
export const headSha = "a".repeat(40);

export interface CommandSituation {
  /** Login of whoever acts: somebody of people.yml, the author `mira`, or anybody else, a stranger. */
  readonly as?: string;
  readonly at?: string;
  readonly record?: Partial<ProposalRecord>;
  readonly facts?: Partial<ProposalFacts>;
  readonly constitution?: Constitution;
  readonly readDigest?: string | null;
  readonly load?: ReadonlyMap<string, number>;
}

const usual = smallConstitution();
const governances = new WeakMap<Constitution, Governance>();

/** Reading a constitution takes longer than deciding by it: each is read once. */
function governanceOf(constitution: Constitution): Governance {
  const known = governances.get(constitution) ?? constitution.governance();
  governances.set(constitution, known);
  return known;
}

/** The route of an additive proposal about forecasts: the group decides, Core keeps a veto window. */
export function aGroupRoute(changes: Partial<Route> = {}): Route {
  return {
    kind: "group",
    group: "forecasts-wg",
    authority: null,
    jointWith: [],
    consulted: [],
    procedure: "wg-consensus",
    oversight: { kind: "veto-window", by: "core-maintainers", within: "5 business days" },
    adopted: true,
    reasons: [],
    ...changes,
  };
}

/** Core decides, on the group's recommendation. */
export function aCoreRoute(changes: Partial<Route> = {}): Route {
  return aGroupRoute({ kind: "core", authority: "core-maintainers", procedure: "core-vote", oversight: null, ...changes });
}

/** Nobody of people.yml; the author of every proposal of these tests, unless the facts say otherwise. */
const mira = { id: 2001, login: "mira" };

function actingPerson(login: string, { people, personByLogin }: Governance): ActingPerson {
  const person = people.get(personByLogin.get(login.toLowerCase()) ?? "") ?? null;
  const pinned = person?.accounts.find((account) => account.login.toLowerCase() === login.toLowerCase())?.id;
  if (person && pinned != null) return { id: pinned, login, person, key: person.id };
  const id = login === mira.login ? mira.id : 3000 + login.length;
  return { id, login, person: null, key: `account:${id}` };
}

/** A proposal in `proposal`, opened by `mira`, about forecasts, additive; a stranger acts unless said. */
export function aCommandContext(situation: CommandSituation = {}): CommandContext {
  const governance = governanceOf(situation.constitution ?? usual);
  const text = { headSha, digest: headDigest, proposal: headDigest, files: [] };
  const openedAt = instant("2026-11-20T10:00:00Z");
  const facts: ProposalFacts = {
    authors: new Set([`account:${mira.id}`, mira.login]),
    route: aGroupRoute(),
    classification: aClassification("forecasts"),
    change: { class: "additive", evidence: [] },
    headSha,
    digest: headDigest,
    laterReasons: [],
    final: null,
    ...situation.facts,
  };
  const opened = { file: "seps/12-confidence.md", author: mira.login, authorId: mira.id, at: openedAt };
  return {
    record: aRecord({ sequence: 40, opened, stateSince: openedAt, text, ...situation.record }),
    facts,
    governance,
    calendar: calendarOf(governance.project.calendar),
    actor: actingPerson(situation.as ?? "somebody", governance),
    at: situation.at === undefined ? actTime : instant(situation.at),
    source: "comment/1#0",
    readDigest: situation.readDigest === undefined ? headDigest : situation.readDigest,
    load: situation.load ?? new Map(),
  };
}

/** What a comment's only command comes to. */
export function decideText(text: string, context: CommandContext): CommandVerdict {
  const [line, more] = readCommandLines(text);
  const command = commands.find(({ name }) => name === line?.name);
  if (!line || !command || more) throw new Error(`Not one command: ${text}`);
  return command.decide(line, context);
}

/** Facts of a command that is done; throws with the refusal where it is not. */
export function factsOf(text: string, situation: CommandSituation = {}): readonly LedgerFact[] {
  return draftsOf(text, situation).map(({ fact }) => fact);
}

export function draftsOf(text: string, situation: CommandSituation = {}): readonly FactDraft[] {
  const verdict = decideText(text, aCommandContext(situation));
  if (verdict.kind === "done") return verdict.drafts;
  throw new Error(`${text} was refused: ${verdict.refusal.code} ${verdict.refusal.text}`);
}

/** The refusal of a command; throws where it is done. */
export function refusalOf(text: string, situation: CommandSituation = {}): Refusal {
  const verdict = decideText(text, aCommandContext(situation));
  if (verdict.kind === "refused") return verdict.refusal;
  throw new Error(`${text} was done: ${verdict.text}`);
}

/** The record as it stands once a command is done, before anything that follows by itself. */
export function recordAfter(text: string, situation: CommandSituation = {}): ProposalRecord {
  const { record, actor, at, source } = aCommandContext(situation);
  return draftsOf(text, situation).reduce(
    (before, { fact }) => foldEvent(before, { at, actor, source, fact, sequence: before.sequence + 1 }),
    record,
  );
}
