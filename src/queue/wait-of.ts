import { formatDay, formatInstant } from "../calendar/index.ts";
import type { DecisionRecord } from "../domain/decision.ts";
import type { Governance } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { KnownProposal } from "./known-proposal.ts";
import type { TargetCycle, Wait } from "./queue-entry.ts";
import { openDecision, whoDecides } from "./who-decides.ts";

export interface WaitContext {
  readonly governance: Pick<Governance, "project" | "procedures">;
  readonly nameBody: (id: string) => string;
  /** The cycle that the proposal aims at. */
  readonly cycle: TargetCycle | null;
}

/** What must happen next to a proposal in the queue, in the order of the status comment: what stops it, what is open, what could open. */
export function waitOf(proposal: KnownProposal, context: WaitContext): Wait {
  const { record } = proposal;
  const holdEnds = record.holds.map(({ endsAt }) => endsAt).toSorted();
  const lastHold = holdEnds.at(-1);
  if (lastHold !== undefined) return until("hold", "the end of a hold,", lastHold);
  const entered = record.entered.find(({ ended }) => ended === null);
  if (entered) return until("record", "a record of a decision, which takes effect", entered.settlesAt);
  const decision = openDecision(proposal);
  if (decision) return waitOfDecision(decision, context);
  const escalation = record.escalations.find(({ answer }) => answer === null);
  if (escalation)
    return until("escalation", `the answer of ${escalation.handler ?? "Core, where no handler fits"}, due`, escalation.answerBy);
  return record.ready?.kind === "pre" ? preReview : waitOfOpening(proposal, context);
}

const preReview: Wait = { code: "pre-review", text: "the deciders' look at it, without a decision", until: null };

const until = (code: Wait["code"], text: string, at: Instant): Wait => ({ code, text: `${text} ${formatInstant(at)}`, until: at });

function waitOfDecision({ parts, matter, endsAt, deferredAt }: DecisionRecord, { nameBody }: WaitContext): Wait {
  const who = listBodies(
    parts.map(({ authority }) => authority),
    nameBody,
  );
  const what = parts.some(({ rule }) => rule.kind === "vote") ? "vote" : "consensus";
  if (deferredAt !== null && deferredAt < endsAt) {
    return until("decision", `the ${what} of ${who}, which the close of the review window defers`, deferredAt);
  }
  return until("decision", `the ${what} of ${who}${matter === "recommendation" ? " on its recommendation" : ""}, until`, endsAt);
}

function waitOfOpening(proposal: KnownProposal, { governance, nameBody, cycle }: WaitContext): Wait {
  const decides = whoDecides(proposal);
  if (decides.length === 0) return { code: "route", text: "somebody who decides it: the rules name nobody", until: null };
  const who = listBodies(decides, nameBody);
  const procedure = governance.procedures.get(proposal.route?.procedure ?? "");
  const votes = procedure?.kind === "vote";
  const asksForWindow = votes && procedure["inside-review-window"] === true && governance.project.calendar["review-windows"].length > 0;
  if (!asksForWindow || cycle?.window.open)
    return { code: "opening", text: `${who} to ${votes ? "vote" : "open the decision"}`, until: null };
  if (cycle === null) return { code: "review-window", text: "a review window: none is announced", until: null };
  const { window, frozenUntil } = cycle;
  if (frozenUntil !== null && window.opens <= frozenUntil) {
    return {
      code: "hard-freeze",
      text: `the end of the hard freeze, whose last day is ${formatDay(frozenUntil)}; then for ${who} to vote`,
      until: null,
    };
  }
  return {
    code: "review-window",
    text: `the review window “${window.name}”, which opens ${formatDay(window.opens)}; then for ${who} to vote`,
    until: null,
  };
}

const listBodies = (ids: readonly string[], nameBody: (id: string) => string): string => ids.map(nameBody).join(" and ");
