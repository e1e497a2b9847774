/** Decisions of Core that were taken elsewhere (D1, D2). */

import { addDays } from "./calendar.ts";
import { closeForCore } from "./outcomes.ts";
import { electorate, isCore } from "./people.ts";
import { routeWhileOpen } from "./votes.ts";
import type { Act, World } from "./world.ts";

export function record(world: World, act: Act, words: readonly string[]): boolean {
  const [first, ...rest] = words;
  if (act.person === null) return false;
  if (first === "confirm") return confirmRecord(world, act.person.id);
  if (first === "dispute") return disputeRecord(world, act.person.id, rest.length > 0);
  if (first !== "accept" && first !== "reject" && first !== "return") return false;
  return enter(world, act, first, rest);
}

function enter(world: World, act: Act, outcome: "accept" | "reject" | "return", words: readonly string[]): boolean {
  const person = act.person;
  if (person === null || !(isCore(person) || isRecorder(act))) return false;
  if (world.state !== "in-review" || world.record !== null || world.decision !== null) return false;
  if (world.leadVeto && outcome === "accept") return false;
  if (routeWhileOpen(world, act.rules) !== "core" && world.escalation === null) return false;
  if (act.boundTo !== world.head.normative) return false;

  const eligible = electorate(world.proposal, act.rules, "core", world.recused);
  const sides: Record<string, string[]> = { yes: [], no: [], abstain: [] };
  const listed = new Set<string>();
  for (const word of words) {
    const side = ["yes", "no", "abstain"].find((name) => word.startsWith(`${name}:`));
    if (side === undefined) continue;
    for (const written of word.slice(side.length + 1).split(",")) {
      if (written === "") continue;
      const login = written.replace(/^@/, "").toLowerCase();
      const named = act.rules.people.find((one) => one.accounts.some((account) => account.login.toLowerCase() === login));
      // Unknown, not eligible, or named twice: what is wrong in one line is not entered at all.
      if (named === undefined || !eligible.has(named.id) || listed.has(named.id)) return false;
      listed.add(named.id);
      sides[side]?.push(named.id);
    }
  }
  const yesCarries = (sides["yes"]?.length ?? 0) * 2 > eligible.size;
  const noCarries = (sides["no"]?.length ?? 0) * 2 > eligible.size;
  const reached = yesCarries ? "accept" : noCarries ? "reject" : "return";
  if (outcome !== reached || listed.size === 0) return false;

  world.record = {
    outcome,
    by: person.id,
    listed,
    normative: world.head.normative,
    settlesAt: addDays(act.at, 5, act.rules.timeZone),
    confirmedBy: new Set(),
  };
  return true;
}

function isRecorder(act: Act): boolean {
  const person = act.person;
  if (person === null || person.emeritus) return false;
  const names = [person.id, ...person.accounts.map((account) => account.login)];
  return names.some((name) => act.rules.recorders.includes(name));
}

function confirmRecord(world: World, person: string): boolean {
  const pending = world.record;
  if (pending === null || !pending.listed.has(person) || pending.by === person) return false;
  pending.confirmedBy.add(person);
  if (pending.confirmedBy.size >= 2) settleRecord(world);
  return true;
}

function disputeRecord(world: World, person: string, hasReason: boolean): boolean {
  if (world.record === null || !world.record.listed.has(person) || !hasReason) return false;
  world.record = null;
  return true;
}

export function settleRecord(world: World): void {
  const pending = world.record;
  if (pending === null) return;
  if (world.escalation !== null) {
    world.escalation = null;
    world.broughtToCore = true;
  }
  closeForCore(world, pending.outcome, pending.normative);
}
