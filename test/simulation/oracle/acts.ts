/** From what was written or done to the rule that judges it. */

import type { SimAct, SimText } from "../history.ts";
import { block, consent, propose, unblock } from "./consensus.ts";
import { escalate } from "./escalation.ts";
import { approve, veto } from "./oversight.ts";
import { maySponsor } from "./people.ts";
import { record } from "./record.ts";
import { adopt, askGroup, close, decline, final, ready, revive, sponsor, unsponsor, withdraw } from "./road.ts";
import { confirmFinding, hold, mayHold, recuse, route, unhold, unrecuse } from "./settling.ts";
import { ballot, callVote, routeWhileOpen, takeBallotBack } from "./votes.ts";
import { type Act, type Decision, isSponsor, isVoter, openDecisions, type World } from "./world.ts";

const HOLD_LABEL = "do-not-merge/hold";

/** The words of T4: what may open a closed decision again, where it is done. */
export function mayReopen(act: SimAct): boolean {
  if (act.kind === "review") return true;
  if (act.kind !== "comment") return false;
  const words = wordsOf(act.text);
  if (["/lgtm", "/vote", "/block", "/veto"].includes(words[0] ?? "")) return true;
  return words[0] === "/record" && words[1] === "dispute";
}

/** `/steward` may stand before every command. */
function wordsOf(text: string): readonly string[] {
  const words = text.trim().split(/\s+/);
  if (words[0] !== "/steward" || words[1] === undefined) return words;
  const command = words[1].startsWith("/") ? words[1] : `/${words[1]}`;
  return [command, ...words.slice(2)];
}

/** True: done. False: refused, or not for Steward. */
export function judgeComment(world: World, act: Act, text: string): boolean {
  const [command, ...words] = wordsOf(text);
  const reason = words.join(" ");
  switch (command) {
    case "/lgtm":
      return lgtm(world, act, words);
    case "/vote":
      return vote(world, act, words[0]);
    case "/call-vote":
      return callVote(world, act);
    case "/propose":
      return propose(world, act, words);
    case "/block":
      return block(world, act, reason);
    case "/unblock":
      return unblock(world, act, reason);
    case "/veto":
      return veto(world, act, words);
    case "/record":
      return record(world, act, words);
    case "/sponsor":
      return sponsor(world, act, words);
    case "/unsponsor":
      return unsponsor(world, act);
    case "/domain":
      return confirmFinding(world, act, "domain", words[0]);
    case "/change":
      return confirmFinding(world, act, "class", words[0]);
    case "/route":
      return route(world, act, words[0]);
    case "/escalate":
      return escalate(world, act, words, routeWhileOpen(world, act.rules));
    case "/recuse":
      return recuse(world, act);
    case "/unrecuse":
      return unrecuse(world, act);
    case "/hold":
      return hold(world, act, words.length > 0);
    case "/unhold":
      return unhold(world, act, words.length > 0);
    case "/group":
      return askGroup(world, act, words);
    case "/adopt":
      return adopt(world, act, words);
    case "/decline":
      return decline(world, act, words);
    case "/ready":
      return ready(world, act, words);
    case "/withdraw":
      return withdraw(world, act);
    case "/revive":
      return revive(world, act);
    case "/close":
      return close(world, act, words);
    case "/final":
      return final(world, act, words);
    default:
      return false;
  }
}

/** What a voter's yes or no is about: what moves something comes before a recommendation beside it. */
function decisionOf(world: World, act: Act): Decision | null {
  const person = act.person;
  if (person === null) return null;
  return openDecisions(world).find((decision) => isVoter(decision, person.id)) ?? null;
}

function lgtm(world: World, act: Act, words: readonly string[]): boolean {
  const [word] = words;
  const person = act.person;
  if (person === null) return false;
  if (word === "cancel") {
    const decision = decisionOf(world, act);
    if (decision === null) return world.confirmations.delete(person.id);
    takeBallotBack(decision, person.id);
    return true;
  }
  if (word === undefined) return sayYes(world, act);
  // Any other word, `force` among them, names no text and binds to nothing.
  const named = /^text-(\d+)$/.exec(word);
  return sayYes(world, { ...act, boundTo: named === null ? null : Number(named[1]) });
}

/** `/lgtm`, `/vote yes`, and an approving review. */
function sayYes(world: World, act: Act): boolean {
  const decision = decisionOf(world, act);
  if (decision === null) return approve(world, act);
  if (act.person === null || act.boundTo !== world.head.normative) return false;
  if (decision.procedure === "consensus" || decision.procedure === "recommendation") return consent(decision, act.person.id);
  ballot(decision, act.person.id, "yes");
  return true;
}

function vote(world: World, act: Act, word: string | undefined): boolean {
  const decision = decisionOf(world, act);
  if (decision === null || act.person === null) return false;
  if (word === "yes") return sayYes(world, act);
  if (word !== "no" && word !== "abstain") return false;
  if (decision.procedure === "consensus" || decision.procedure === "recommendation") {
    if (word === "no") return false;
    takeBallotBack(decision, act.person.id);
    return true;
  }
  if (act.boundTo !== world.head.normative) return false;
  ballot(decision, act.person.id, word);
  return true;
}

export function judgeReview(world: World, act: Act, verdict: "approved" | "changes-requested", text: SimText): boolean {
  return verdict === "approved" && sayYes(world, { ...act, boundTo: text.normative });
}

/** B1. */
export function judgeLabel(world: World, act: Act, action: "put" | "taken", label: string): boolean {
  if (label === HOLD_LABEL) return action === "put" ? mayHold(world, act) && hold(world, act, true) : unhold(world, act, false);
  if (action === "taken") return false;
  if (label === "draft") return act.person !== null && maySponsor(act.rules, act.person) && sponsor(world, act, []);
  if (label === "in-review") return isSponsor(world, act) && ready(world, act, []);
  if (label.startsWith("domain: ")) return confirmFinding(world, act, "domain", label.slice("domain: ".length));
  if (label.startsWith("change: ")) return confirmFinding(world, act, "class", label.slice("change: ".length));
  return false;
}

export function judgePush(world: World, text: SimText): void {
  const changed = text.normative !== world.head.normative;
  world.head = text;
  if (!changed) return;
  world.confirmations.clear();
  // X3: what is open ends; Core's vote is returned.
  if (world.decision?.procedure === "core-vote") world.ready = false;
  world.decision = null;
  world.recommendation = null;
  world.record = null;
  world.askedForVote.clear();
  // H3.
  if (world.state === "final") world.state = "accepted";
}
