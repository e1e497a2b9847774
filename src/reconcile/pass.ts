import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import { digestFingerprint, fingerprintAfter } from "../domain/fingerprint.ts";
import type { Plan } from "../domain/plan.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { PullRequestReading } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import type { SubjectState } from "../ports/store.ts";
import type { Brakes } from "./brakes.ts";
import { gatherFacts } from "./gather-facts.ts";
import { noteWritten } from "./note-written.ts";
import { PassIncomplete } from "./pass-incomplete.ts";
import { readForPass } from "./read-for-pass.ts";
import type { PassContext, ReconcilerDeps } from "./reconciler-deps.ts";
import { recordPlan } from "./record-plan.ts";
import { lastShown } from "./recorded-acts.ts";
import type { RefusedReviewers } from "./refused-reviewers.ts";
import type { RulesInForce } from "./rules-in-force.ts";
import { type SettledCheck, settleCheck } from "./settle-check.ts";
import { storedFingerprint } from "./stored-fingerprint.ts";
import { type Written, writeEffects } from "./write-effects.ts";

export type PassOutcome =
  /** Read, planned, written and stored. */
  | {
      readonly kind: "looked";
      readonly applied: number;
      readonly withheld: number;
      readonly events: number;
      readonly nextLook: Instant | null;
      /** What the check of this pull request alone says. */
      readonly check: Pick<CheckReport, "conclusion" | "title">;
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
export async function runPass(deps: ReconcilerDeps, parts: PassParts, subject: Subject, pass: PassContext): Promise<PassOutcome> {
  const { clock, ledger, subjects, options } = deps;
  const github = await deps.github(subject.repositoryId);
  const [read, previous, recorded] = await Promise.all([
    readForPass(parts.rules, options, github, subject),
    subjects.read(subject),
    ledger.read(subject),
  ]);
  if (read.kind === "no-constitution") {
    pass.log.warn({ ...subject }, "The default branch has no constitution that can be applied: nothing is written");
    // Otherwise a look that is due would be asked for at every tick.
    if (previous?.nextLook) await subjects.save({ ...previous, fingerprint: null, nextLook: null }, pass.lease);
    return read;
  }
  if (read.kind === "gone") {
    if (previous?.open) await subjects.save({ ...previous, open: false, nextLook: null, lastPassAt: clock.now() }, pass.lease);
    await lookAtNeighbours(deps, subject, previous, null);
    return read;
  }

  const { reading, rules } = read;
  const facts = await gatherFacts(deps, github, subject, read, recorded);
  const { snapshot } = facts;
  const { planned, appended } = await recordPlan(deps, github, subject, pass, facts, recorded);
  const before = recorded.at(-1)?.sequence ?? 0;

  const { effects, lookAt, closes } = await settleEffects(deps, parts, subject, snapshot, planned);
  // Asked for before the check is written: from then on nothing tells that the gate was open.
  if (closes) await deps.jobs.lookAtQueue(subject.repositoryId, "gate-closed");
  const written = await writeEffects(deps, parts, github, subject, effects, rules.governance, pass);

  const notes = await noteWritten(written.applied, lastShown([...recorded, ...appended]), {
    github,
    pullRequest: subject.pullRequest,
    now: clock.now(),
    constitution: rules.governance.commit,
  });
  if (notes.length > 0) await ledger.append(subject, before + appended.length, notes, pass.lease);

  const nextLook = earliest(planned.nextLook, written.again);
  await subjects.save(toState(deps, subject, reading, planned, written, nextLook), pass.lease);
  if (lookAt !== null) await deps.jobs.look({ ...subject, pullRequest: lookAt }, "shared-head");
  await lookAtNeighbours(deps, subject, previous, snapshot);

  const count = (outcome: string) => written.receipts.filter((receipt) => receipt.outcome === outcome).length;
  const outcome = { applied: count("applied"), withheld: count("withheld"), events: appended.length, nextLook };
  pass.log.info({ ...subject, ...outcome, view: planned.view.kind }, "Looked at a pull request");
  if (written.failures.length > 0) throw new PassIncomplete(subject, written.failures);
  return { kind: "looked", ...outcome, check: { conclusion: planned.check.conclusion, title: planned.check.title } };
}

/** The plan's effects, with the check that the commit as a whole should show, and without reviewers whom GitHub has refused before. */
async function settleEffects(
  { subjects, clock }: ReconcilerDeps,
  { refused }: PassParts,
  { repositoryId }: Subject,
  { pullRequest, checks }: Snapshot,
  planned: Plan,
): Promise<{ readonly effects: readonly Effect[] } & Pick<SettledCheck, "lookAt" | "closes">> {
  const effects: Effect[] = [];
  for (const effect of planned.effects) {
    if (effect.kind === "create-check" || effect.kind === "update-check") continue;
    const left = await refused.withoutRefused(repositoryId, effect, clock.now());
    if (left !== null) effects.push(left);
  }
  // The gate is of no use on what is closed; and an open pull request with the same head must not lose its own.
  if (pullRequest.state !== "open") return { effects, lookAt: null, closes: false };
  const sharing = await subjects.listByHead(repositoryId, pullRequest.headSha);
  const neighbours = sharing
    .filter((state) => state.subject.pullRequest !== pullRequest.number)
    .map((state) => ({ pullRequest: state.subject.pullRequest, conclusion: state.checkConclusion }));
  const { effect, lookAt, closes } = settleCheck({ pullRequest: pullRequest.number, report: planned.check }, neighbours, checks);
  return { effects: effect === null ? effects : [...effects, effect], lookAt, closes };
}

function toState(
  { options, clock }: ReconcilerDeps,
  subject: Subject,
  { snapshot, governanceTreeId, fingerprint }: PullRequestReading,
  planned: Plan,
  written: Written,
  nextLook: Instant | null,
): SubjectState {
  const left = digestFingerprint(fingerprintAfter(fingerprint, written.applied));
  return {
    subject,
    fingerprint: written.settled ? storedFingerprint(options.release, governanceTreeId, left) : null,
    view: planned.view,
    headSha: snapshot.pullRequest.headSha,
    checkConclusion: planned.check.conclusion,
    open: snapshot.pullRequest.state === "open",
    lastPassAt: clock.now(),
    nextLook,
  };
}

/** Pull requests that shared a head with this one until now: the check of that commit no longer counts this one. */
async function lookAtNeighbours(
  { subjects, jobs }: ReconcilerDeps,
  subject: Subject,
  previous: SubjectState | null,
  now: Snapshot | null,
): Promise<void> {
  if (previous === null || !previous.open) return;
  if (now?.pullRequest.state === "open" && now.pullRequest.headSha === previous.headSha) return;
  for (const { subject: other } of await subjects.listByHead(subject.repositoryId, previous.headSha)) {
    if (other.pullRequest !== subject.pullRequest) await jobs.look(other, "shared-head");
  }
}
