import type { Effect } from "../domain/effect.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { Governance } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { GitHub } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import { type Application, applyEffects } from "./apply-effects.ts";
import type { Brakes } from "./brakes.ts";
import { permitEffects } from "./permit-effects.ts";
import type { PassContext, ReconcilerDeps } from "./reconciler-deps.ts";
import type { RefusedReviewers } from "./refused-reviewers.ts";

export interface Written extends Application {
  /** When to come back for what was withheld; null when nothing was, or when only a person can change it. */
  readonly again: Instant | null;
  /** Everything that was planned stands on GitHub, or is withheld by the project's own rules. */
  readonly settled: boolean;
}

/** Applies what the project permits, unless the brakes hold, and keeps a receipt for everything. */
export async function writeEffects(
  { clock, ledger, options }: ReconcilerDeps,
  { brakes, refused }: { readonly brakes: Brakes; readonly refused: RefusedReviewers },
  github: GitHub,
  subject: Subject,
  effects: readonly Effect[],
  { project }: Governance,
  { lease, log }: PassContext,
): Promise<Written> {
  const { permitted, withheld } = permitEffects(effects, { ...project, mode: options.mode ?? project.mode });
  const held = withheld.map(({ effect, why }) => withhold(effect, why, clock.now()));
  const nothing = { applied: [], failures: [], waitUntil: null };
  if (permitted.length === 0) {
    if (held.length > 0) await ledger.keepReceipts(subject, held);
    return { ...nothing, receipts: held, again: null, settled: true };
  }

  const reserved = await brakes.reserve(subject.repositoryId, permitted.length, project.brakes, clock.now());
  if ("why" in reserved) {
    log.error(
      { ...subject, writes: permitted.length },
      `The brakes stop this pass: ${reserved.why}. Look at it; if it is meant, raise the cap in project.yml`,
    );
    const receipts = [...held, ...permitted.map((effect) => withhold(effect, reserved.why, clock.now()))];
    await ledger.keepReceipts(subject, receipts);
    return { ...nothing, receipts, again: reserved.again, settled: false };
  }
  try {
    const application = await applyEffects(github, subject.pullRequest, permitted, clock, lease.signal);
    const receipts = [...held, ...application.receipts];
    await ledger.keepReceipts(subject, receipts);
    const turnedDown = application.applied.flatMap((each) => each.refused);
    await refused.remember(subject.repositoryId, turnedDown, clock.now());
    const settled = application.failures.length === 0 && application.waitUntil === null && !lease.signal.aborted;
    return { ...application, receipts, again: application.waitUntil, settled };
  } finally {
    reserved.release();
  }
}

function withhold(effect: Effect, detail: string, at: Instant): Receipt {
  return { effect: effect.kind, outcome: "withheld", at, detail };
}
