import type { Plan } from "../domain/plan.ts";
import { earliest } from "../kernel/instant.ts";
import { decideNextLook } from "./next-look.ts";
import { planEffects } from "./plan-effects.ts";
import { type PlanInput, resolveMode } from "./plan-input.ts";
import { planSubject } from "./plan-subject.ts";

/**
 * The whole answer to one look at one pull request: what to record, what to write on GitHub, when to look again, and why.
 * Pure. Effects are already compared with the snapshot, so that a second look at the same state plans none.
 */
export function plan(input: PlanInput): Plan {
  const { rules, snapshot, now } = input;
  const wanted = planSubject(input);
  const mode = resolveMode(input);
  const open = snapshot.pullRequest.state === "open";
  return {
    events: wanted.events.map((event) => ({ version: 1, constitution: rules.governance.commit, ...event })),
    effects: open ? planEffects(wanted, mode, snapshot) : [],
    nextLook: open ? earliest(wanted.nextLook ?? null, wanted.view.route ? decideNextLook(rules.governance, now) : null) : null,
    check: wanted.check,
    view: { ...wanted.view, url: snapshot.pullRequest.url, rules: rules.governance.commit, mode, comment: wanted.comment },
  };
}
