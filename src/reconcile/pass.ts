import type { Effect } from "../domain/effect.ts";
import { digestFingerprint, fingerprintAfter } from "../domain/fingerprint.ts";
import type { Plan } from "../domain/plan.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { CheckConclusion, Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { GitHub, PullRequestReading } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import type { SubjectState } from "../ports/store.ts";
import type { Lease } from "../ports/store-lease.ts";
import { type Application, applyEffects } from "./apply-effects.ts";
import type { Brakes } from "./brakes.ts";
import { PassIncomplete } from "./pass-incomplete.ts";
import { permitEffects, type WithheldEffect } from "./permit-effects.ts";
import { readForPass } from "./read-for-pass.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";
import type { RefusedReviewers } from "./refused-reviewers.ts";
import type { RulesInForce } from "./rules-in-force.ts";
import { settleCheck } from "./settle-check.ts";
import { storedFingerprint } from "./stored-fingerprint.ts";

export type PassOutcome =
  /** Read, planned, written and stored. */
  | {
      readonly kind: "looked";
      readonly applied: number;
      readonly withheld: number;
      readonly events: number;
      readonly nextLook: Instant | null;
    }
  /** The pull request does not exist any more. */
  | { readonly kind: "gone" }
  /** The default branch has no constitution that can be applied: nothing is written. */
  | { readonly kind: "no-constitution" }
  /** Another process has the lease: the caller comes back. */
  | { readonly kind: "busy" };

/** What passes of one process share. */
export interface PassParts {
  readonly rules: RulesInForce;
  readonly brakes: Brakes;
  readonly refused: RefusedReviewers;
}

/** One pass over one pull request, under its lease: read, plan, record, apply, keep. */
export async function runPass(deps: ReconcilerDeps, parts: PassParts, subject: Subject, lease: Lease): Promise<PassOutcome> {
  const { clock, ledger, log, subjects, plan } = deps;
  const github = await deps.github(subject.repositoryId);
  const [read, previous, recorded] = await Promise.all([
    readForPass(parts.rules, deps.options, github, subject),
    subjects.read(subject),
    ledger.read(subject),
  ]);
  if (read.kind === "no-constitution") {
    log.warn({ ...subject }, "the default branch has no constitution that can be applied: nothing is written");
    return read;
  }
  if (read.kind === "gone") {
    if (previous?.open)
      await subjects.save({ ...previous, open: false, fingerprint: null, nextLook: null, lastPassAt: clock.now() }, lease);
    await lookAtNeighbours(deps, subject, previous, null);
    return read;
  }

  const { reading, governance } = read;
  const { snapshot } = reading;
  // The check belongs to the commit, not to this pull request alone: it is compared here, and the plan always gives it whole.
  const planned = plan({ governance, snapshot: { ...snapshot, checks: [] }, ledger: recorded, now: clock.now() });
  if (planned.events.length > 0) await ledger.append(subject, recorded.at(-1)?.sequence ?? 0, planned.events, lease);

  const wanted = await settle(deps, parts, subject, snapshot, planned, governance);
  const { permitted, withheld } = permitEffects(wanted.effects, governance.project);
  const written = await write(deps, parts, subject, github, permitted, withheld, governance, lease);

  const nextLook = earliest([planned.nextLook, written.again]);
  await subjects.save(toState(deps, subject, reading, planned, written, nextLook), lease);
  for (const pullRequest of wanted.lookAt) await deps.jobs.look({ ...subject, pullRequest }, "shared-head");
  await lookAtNeighbours(deps, subject, previous, snapshot);

  const applied = written.receipts.filter(({ outcome }) => outcome === "applied").length;
  const outcome = { applied, withheld: written.receipts.length - applied, events: planned.events.length, nextLook };
  log.info({ ...subject, ...outcome, view: planned.view.kind }, "looked at a pull request");
  if (written.failures.length > 0) throw new PassIncomplete(subject, written.failures);
  return { kind: "looked", ...outcome };
}

interface Wanted {
  readonly effects: readonly Effect[];
  readonly lookAt: readonly number[];
}

/** The plan's effects with the check of the whole commit, and without reviewers whom GitHub has refused before. */
async function settle(
  deps: ReconcilerDeps,
  parts: PassParts,
  subject: Subject,
  snapshot: Snapshot,
  planned: Plan,
  governance: Governance,
): Promise<Wanted> {
  const { headSha, number } = snapshot.pullRequest;
  const effects: Effect[] = [];
  const lookAt: number[] = [];
  for (const effect of planned.effects) {
    if (effect.kind === "create-check" || effect.kind === "update-check") {
      const others = (await deps.subjects.listByHead(subject.repositoryId, headSha)).filter(
        (state) => state.subject.pullRequest !== number,
      );
      // A closed pull request has no say where an open one shares its head.
      if (snapshot.pullRequest.state !== "open" && others.length > 0) continue;
      const neighbours = others.map((state) => ({ pullRequest: state.subject.pullRequest, conclusion: state.checkConclusion }));
      const shown = snapshot.checks.find(({ name }) => name === effect.report.name);
      const settled = settleCheck({ pullRequest: number, report: effect.report }, neighbours, shown, governance.project.mode === "advise");
      effects.push(...settled.effects);
      if (settled.lookAt !== null) lookAt.push(settled.lookAt);
    } else {
      const left = await parts.refused.withoutRefused(subject.repositoryId, effect, deps.clock.now());
      if (left !== null) effects.push(left);
    }
  }
  return { effects, lookAt };
}

interface Written extends Application {
  /** When to come back for what was withheld; null when nothing was, or when only a person can change it. */
  readonly again: Instant | null;
  /** Everything that was planned stands on GitHub, or is withheld by the project's own rules. */
  readonly settled: boolean;
}

async function write(
  deps: ReconcilerDeps,
  parts: PassParts,
  subject: Subject,
  github: GitHub,
  permitted: readonly Effect[],
  withheld: readonly WithheldEffect[],
  governance: Governance,
  lease: Lease,
): Promise<Written> {
  const { clock, ledger, log } = deps;
  const kept = withheld.map(({ effect, why }) => withhold(effect, why, clock.now()));
  if (permitted.length === 0) {
    if (kept.length > 0) await ledger.keepReceipts(subject, kept);
    return { receipts: kept, applied: [], failures: [], waitUntil: null, again: null, settled: true };
  }
  const reserved = await parts.brakes.reserve(subject.repositoryId, permitted.length, governance.project.brakes, clock.now());
  if ("why" in reserved) {
    log.error(
      { ...subject, writes: permitted.length },
      `the brakes stop this pass: ${reserved.why}; look at it, and raise the cap in project.yml if this is meant`,
    );
    const receipts = [...kept, ...permitted.map((effect) => withhold(effect, reserved.why, clock.now()))];
    await ledger.keepReceipts(subject, receipts);
    return { receipts, applied: [], failures: [], waitUntil: null, again: reserved.again, settled: false };
  }
  try {
    const application = await applyEffects(github, subject.pullRequest, permitted, clock, lease.signal);
    const receipts = [...kept, ...application.receipts];
    await ledger.keepReceipts(subject, receipts);
    await parts.refused.remember(
      subject.repositoryId,
      application.applied.flatMap(({ refused }) => refused),
      clock.now(),
    );
    const settled = application.failures.length === 0 && application.waitUntil === null && !lease.signal.aborted;
    return { ...application, receipts, again: application.waitUntil, settled };
  } finally {
    reserved.release();
  }
}

function withhold(effect: Effect, detail: string, at: Instant): Receipt {
  return { effect: effect.kind, outcome: "withheld", at, detail };
}

function toState(
  { options, clock }: ReconcilerDeps,
  subject: Subject,
  reading: PullRequestReading,
  planned: Plan,
  written: Written,
  nextLook: Instant | null,
): SubjectState {
  const { snapshot, governanceTreeId, fingerprint } = reading;
  return {
    subject,
    fingerprint: written.settled
      ? storedFingerprint(options.release, governanceTreeId, digestFingerprint(fingerprintAfter(fingerprint, written.applied)))
      : null,
    view: planned.view,
    headSha: snapshot.pullRequest.headSha,
    checkConclusion: ownConclusion(planned),
    open: snapshot.pullRequest.state === "open",
    lastPassAt: clock.now(),
    nextLook,
  };
}

function ownConclusion(planned: Plan): CheckConclusion | null {
  return planned.view.check?.conclusion ?? null;
}

/** Pull requests that shared a head with this one until now: the check of that commit no longer counts this one. */
async function lookAtNeighbours(
  deps: ReconcilerDeps,
  subject: Subject,
  previous: SubjectState | null,
  now: Snapshot | null,
): Promise<void> {
  if (previous === null || !previous.open) return;
  const stays = now !== null && now.pullRequest.state === "open" && now.pullRequest.headSha === previous.headSha;
  if (stays) return;
  for (const { subject: other } of await deps.subjects.listByHead(subject.repositoryId, previous.headSha)) {
    if (other.pullRequest !== subject.pullRequest) await deps.jobs.look(other, "shared-head");
  }
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  return times.filter((time) => time !== null).sort()[0] ?? null;
}
