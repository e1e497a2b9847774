/**
 * A plain second opinion on docs/how-decisions-work.md: for each pass the whole history, as far as that pass saw it, is walked
 * through again from the opening, acts in the order of (time, id) and deadlines between them.
 */

import type { SimAct, SimHistory, SimOutcome, SimPass, SimRules, SimText, Simulate } from "../history.ts";
import { judgeComment, judgeLabel, judgePush, judgeReview, mayReopen } from "./acts.ts";
import { fireDeadlines, settle } from "./deadlines.ts";
import { askSponsors } from "./dormancy.ts";
import { outcomeOf } from "./outcome-of.ts";
import { isAuthor, personOf } from "./people.ts";
import { assignSelf, becomeDraft } from "./road.ts";
import { followRoster } from "./settling.ts";
import { type Act, newWorld, type World } from "./world.ts";

export const oracle: Simulate = (history) => {
  const outcomeAfter = watchHistory();
  return history.passes.map((_, index) => outcomeAfter(history, index));
};

/**
 * The outcome after one pass, asked for in order, of a history that may have grown since the last time: what later passes and acts
 * bring changes nothing of what an earlier pass said.
 */
export function watchHistory(): (history: SimHistory, index: number) => SimOutcome {
  /** Acts that a pass found after an end that they do not open again (T4), by id. */
  const late = new Map<number, Late>();
  let before: World | null = null;

  return (history, index) => {
    const pass = history.passes[index];
    if (pass === undefined) throw new Error(`No pass ${index + 1}`);
    if (before !== null) sortOutLateActs(history, index, before, late);
    const { world } = walk(history, index, late);
    before = world;
    return outcomeOf(world, pass.at);
  };
}

interface Late {
  /** The last end that stands before it. */
  readonly after: number;
  /** Whether it would have been done at its own time. */
  readonly wasGood: boolean;
}

/** T4. A late act is one whose time is not after an end that an earlier pass has made known. */
function sortOutLateActs(history: SimHistory, index: number, before: World, late: Map<number, Late>): void {
  const news = history.acts.filter((act) => firstSeen(history, act) === index);
  const overdue = news.filter((act) => before.closings.some((closing) => act.at <= closing));
  if (overdue.length === 0) return;

  // As if all had been seen in time.
  const { done } = walk(history, index, late);
  const reopens = before.state !== "final" && overdue.some((act) => mayReopen(act) && done.has(act.id));
  if (reopens) return;
  for (const act of overdue) late.set(act.id, { after: Math.max(...before.closings), wasGood: done.has(act.id) });
}

function firstSeen(history: SimHistory, act: SimAct): number {
  return history.passes.findIndex((pass) => act.id <= pass.seenThrough);
}

function rulesOf(history: SimHistory, pass: SimPass): SimRules {
  let rules = history.rules;
  for (const act of history.acts) if (act.kind === "rules" && act.id <= pass.seenThrough) rules = act.rules;
  return rules;
}

/** X2: what the status comment showed before the act. */
function publishedBefore(history: SimHistory, act: SimAct): number | null {
  let shown: number | null = null;
  for (const pass of history.passes) {
    const visible = pass.shownAt < act.at || (pass.shownAt === act.at && pass.fence < act.id);
    if (visible) shown = pass.shown.normative;
  }
  return shown;
}

/** The text at the opening: no act tells it, but what the first pass showed does, where nothing was pushed before. */
function firstText(history: SimHistory): SimText {
  const [pass] = history.passes;
  const pushed = history.acts.some((act) => act.kind === "push" && pass !== undefined && act.id <= pass.seenThrough);
  return pass === undefined || pushed ? { normative: 0, editorial: 0 } : pass.shown;
}

type Step =
  | { readonly at: number; readonly order: number; readonly act: SimAct; readonly foundLate: boolean }
  | { readonly at: number; readonly order: number; readonly begins: number }
  | { readonly at: number; readonly order: number; readonly ends: number };

/** Acts of a second come before the pass that ends in it, and that before the next one's beginning. */
function stepsOf(history: SimHistory, last: number, late: ReadonlyMap<number, Late>): readonly Step[] {
  const steps: Step[] = [];
  for (const [index, pass] of history.passes.entries()) {
    if (index > last) break;
    const from = history.passes[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
    steps.push({ at: from, order: 2 * index, begins: index }, { at: pass.at, order: 2 * index + 1, ends: index });
  }
  for (const act of history.acts) {
    const seen = firstSeen(history, act);
    if (seen < 0 || seen > last) continue;
    const found = late.get(act.id);
    if (found === undefined) steps.push({ at: act.at, order: -1, act, foundLate: false });
    // Half a millisecond is after the deadline and before all that has a time of its own.
    else if (found.wasGood) steps.push({ at: found.after + 0.5, order: -1, act, foundLate: true });
  }
  return steps.sort((a, b) => a.at - b.at || a.order - b.order || ("act" in a && "act" in b ? a.act.id - b.act.id : 0));
}

function walk(history: SimHistory, last: number, late: ReadonlyMap<number, Late>): { world: World; done: ReadonlySet<number> } {
  const world = newWorld(history, firstText(history));
  const done = new Set<number>();
  for (const step of stepsOf(history, last, late)) {
    fireDeadlines(world, step.at);
    if ("act" in step) {
      if (judge(world, history, step.act, step.foundLate)) done.add(step.act.id);
    } else if ("begins" in step) {
      const pass = history.passes[step.begins];
      if (pass !== undefined) world.rules = rulesOf(history, pass);
    } else {
      askSponsors(world, step.at);
    }
    settle(world, Math.floor(step.at));
  }
  return { world, done };
}

function judge(world: World, history: SimHistory, act: SimAct, foundLate: boolean): boolean {
  const seen = history.passes[firstSeen(history, act)];
  if (seen === undefined) return false;
  switch (act.kind) {
    case "push":
      judgePush(world, act.text);
      world.lastAuthorAct = Math.max(world.lastAuthorAct, act.at);
      return true;
    case "rules":
      // Rules that no pass saw in force never were.
      if (rulesOf(history, seen) === act.rules) {
        followRoster(world, act.rules);
        becomeDraft(world, act.rules);
      }
      return true;
    case "tamper":
    case "rename":
      return false;
    case "comment":
      if (act.bot || act.editedAt !== null) return false;
      break;
    case "review":
    case "label":
    case "assign":
      break;
  }
  const rules = rulesOf(history, seen);
  const person = personOf(rules, act.by);
  const byAuthor = act.by === history.proposal.openedBy || (person !== null && isAuthor(history.proposal, rules, person.id));
  const boundTo = publishedBefore(history, act);
  const judged: Act = { at: act.at, foundLate, rules, person, isAuthor: byAuthor, boundTo };
  if (byAuthor) world.lastAuthorAct = Math.max(world.lastAuthorAct, act.at);
  switch (act.kind) {
    case "comment":
      return judgeComment(world, judged, act.text);
    case "review":
      return judgeReview(world, judged, act.verdict, act.text);
    case "label":
      return judgeLabel(world, judged, act.action, act.label);
    case "assign":
      return assignSelf(world, judged, act.action);
  }
}
