import { readCommandLines } from "../../../src/commands/reading/index.ts";
import type { Act } from "../../../src/core/decide/act.ts";
import { type Advance, advance, type Happening } from "../../../src/core/decide/advance.ts";
import { listCourtesies } from "../../../src/core/decide/courtesies.ts";
import { foldEvent } from "../../../src/core/ledger/index.ts";
import type { LedgerFact } from "../../../src/domain/ledger-event.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { aCommandContext, type CommandSituation, headDigest } from "../../support/command-context.ts";
import { pushOf, type TableEvent } from "./events.ts";
import type { Machine } from "./machine.ts";

/** Carries a proposal on by the functions that decide, as a pass would that finds this one event. */
export function runEvent(standing: CommandSituation, given: TableEvent): Advance {
  const digest = standing.record?.accepted?.digest ?? headDigest;
  const event = given.pushesBack
    ? { ...given, ...pushOf(digest, "c".repeat(40), digest === headDigest ? "editorial" : "normative") }
    : given;
  const context = aCommandContext({
    ...standing,
    ...(event.by === undefined ? {} : { as: event.by }),
    facts: { ...standing.facts, ...event.facts },
    record: { ...standing.record, ...event.record },
  });
  const { record, facts, governance, calendar, load, actor, at, readDigest } = context;
  const now = event.at === undefined ? at : instant(event.at);
  const acts = event.text === undefined ? [] : [actOf(event.text, { at, actor: { ...actor, bot: false }, readDigest })];
  const found = event.found === undefined ? [] : [happening(now, event.found)];
  const rules = { governance, calendar, load, reminded: new Map(), sponsored: new Map() };
  const carried = advance(record, { found, acts: () => acts, now }, rules, () => facts);
  // As a pass does, once all else is settled: who is asked, and what rests.
  const due = listCourtesies(carried.record, { ...rules, facts }, now).filter(({ from, fact }) => from <= now && fact.type !== "reminded");
  return due.reduce<Advance>(({ record: before, events }, { fact }) => {
    const next = happening(now, fact);
    return { record: foldEvent(before, { ...next, sequence: before.sequence + 1 }), events: [...events, next] };
  }, carried);
}

const happening = (at: Happening["at"], fact: LedgerFact): Happening => ({
  at,
  actor: null,
  source: "pass",
  clause: null,
  reason: null,
  fact,
});

function actOf(text: string, { at, actor, readDigest }: Pick<Act, "at" | "actor" | "readDigest">): Act {
  const [line] = readCommandLines(text);
  if (!line) throw new Error(`No command: ${text}`);
  return { at, order: [1, 0], source: "comment/1#0", actor, line, readDigest, repeat: null, suggestion: null };
}

/** What a cell says: the next state, and what else comes of it; the code of a refusal; or that nothing does. */
export function tellCell(machine: Machine, standing: CommandSituation, happens: TableEvent): string {
  const event = machine.foundAt === undefined ? happens : { at: machine.foundAt, ...happens };
  const { record: start, at } = aCommandContext(standing);
  const before = machine.where(start, at);
  const { record, events } = runEvent(standing, event);
  const facts = events.map(({ fact }) => fact).filter(({ type }) => type !== "act-answered" && type !== "text-read");
  const next = machine.where(record, event.at === undefined ? at : instant(event.at));
  const refused = events.flatMap(({ fact }) =>
    fact.type === "act-answered" && fact.outcome.kind !== "done"
      ? [fact.outcome.kind === "refused" ? `\`${fact.outcome.code}\`` : fact.outcome.kind]
      : [],
  );
  const told = facts.filter(({ type }) => machine.tells.includes(type)).flatMap(tellFact);
  const changes = next === before ? told : [`→ ${next}`, ...told];
  const done = changes.length > 0 ? changes : facts.length > 0 ? ["stays"] : [];
  const all = [...refused, ...done];
  return all.length === 0 ? "nothing" : all.join("; ");
}

/** Of what a table does not show as a state. */
function tellFact(fact: LedgerFact): readonly string[] {
  switch (fact.type) {
    case "state-moved":
      return [`is \`${fact.to}\``];
    case "decision-opened":
      // The proposal's own is a state of its table.
      return fact.matter === "proposal" ? [] : [`a ${fact.matter} opens`];
    case "decision-closed":
      return [`ends as \`${fact.outcome}\``];
    case "oversight-opened":
      return [fact.kind === "approval" ? "waits for approval" : "veto window opens"];
    case "oversight-ended":
      return [`oversight ends as \`${fact.how}\``];
    case "escalation-opened":
      return [`escalated as \`${fact.why}\``];
    case "escalation-answered":
      return [`escalation answered with \`${fact.answer}\``];
    case "decision-reopened":
      return ["is opened again"];
    case "oversight-reopened":
      return ["oversight is opened again"];
    case "queue-left":
      return ["leaves the queue"];
    case "readied":
      return [fact.kind === "pre" ? "joins the pre-reviews" : "joins the queue"];
    case "voter-removed":
      return ["leaves the electorate"];
    case "lead-veto-raised":
      return ["a Lead veto stands"];
    case "record-ended":
      return [`the entry ends as \`${fact.how}\``];
    case "private-matter-reported":
      return [`recorded as \`${fact.kind}\``];
    case "head-judged":
      return [fact.reasons.length > 0 ? "the head is unconfirmed" : "the head is what was accepted"];
    default:
      return [fact.type.replaceAll("-", " ")];
  }
}
