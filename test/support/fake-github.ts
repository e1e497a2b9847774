import type { CheckReport } from "../../src/domain/check-report.ts";
import type { Effect } from "../../src/domain/effect.ts";
import { digestFingerprint, type Fingerprint } from "../../src/domain/fingerprint.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import type { SourceFile } from "../../src/domain/source-file.ts";
import { assertNever } from "../../src/kernel/assert-never.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import type { Executed, GitHub } from "../../src/ports/github.ts";
import { anOwnComment, selfActor } from "./snapshot.ts";

/** A repository in memory behind the GitHub port: what is written is there when it is read again. */
export interface FakeGitHub extends GitHub {
  /** Puts a pull request there, or replaces it. */
  set(snapshot: Snapshot): void;
  remove(pullRequest: number): void;
  get(pullRequest: number): Snapshot;
  setConstitution(files: readonly SourceFile[] | null, treeId?: string): void;
  /** Throws this when an effect of the kind is executed; once. `lost`: after it was applied. */
  fail(kind: Effect["kind"], error: Error, when?: "before" | "lost"): void;
  /** Reviewers whom it refuses: login, or `team/<slug>`. */
  readonly refuses: Set<string>;
  /** Everything asked of it: `readSnapshot 12`, `execute 12 add-labels`. */
  readonly asked: string[];
  /** Those of them that write. */
  writes(): string[];
}

export function createFakeGitHub(): FakeGitHub {
  const snapshots = new Map<number, Snapshot>();
  const faults: { kind: Effect["kind"]; error: Error; when: "before" | "lost" }[] = [];
  const asked: string[] = [];
  const refuses = new Set<string>();
  let constitution: { files: readonly SourceFile[]; treeId: string } | null = null;
  let nextId = 5000;

  const get = (number: number): Snapshot => {
    const snapshot = snapshots.get(number);
    if (snapshot === undefined) throw new Error(`The fake has no pull request ${number}`);
    return snapshot;
  };
  const change = (number: number, changes: Partial<Snapshot["pullRequest"]>) => {
    const snapshot = get(number);
    snapshots.set(number, { ...snapshot, pullRequest: { ...snapshot.pullRequest, ...changes } });
  };

  const apply = (number: number, effect: Effect): Executed => {
    const { pullRequest, repository, takenAt } = get(number);
    const done = (id: number | null = null, refused: string[] = []): Executed => ({ detail: effect.kind, id, refused });
    switch (effect.kind) {
      case "create-label": {
        const labels = [...repository.labels, effect.label];
        for (const [key, snapshot] of snapshots) snapshots.set(key, { ...snapshot, repository: { ...snapshot.repository, labels } });
        return done();
      }
      case "add-labels": {
        const added = effect.labels.filter((label) => !pullRequest.labels.includes(label));
        const events = added.map((label) => ({ action: "labeled" as const, label, actor: selfActor, at: takenAt }));
        change(number, { labels: [...pullRequest.labels, ...added].sort(), labelEvents: [...pullRequest.labelEvents, ...events] });
        return done();
      }
      case "remove-label":
        change(number, { labels: pullRequest.labels.filter((label) => label !== effect.label) });
        return done();
      case "create-comment": {
        const id = nextId++;
        change(number, { ownComments: [...pullRequest.ownComments, anOwnComment(id, effect.body)] });
        return done(id);
      }
      case "update-comment":
        change(number, {
          ownComments: pullRequest.ownComments.map((comment) =>
            comment.id === effect.commentId ? { ...comment, body: effect.body } : comment,
          ),
        });
        return done(effect.commentId);
      case "delete-comment":
        change(number, { ownComments: pullRequest.ownComments.filter(({ id }) => id !== effect.commentId) });
        return done(effect.commentId);
      case "request-reviewers": {
        const users = effect.users.filter((login) => !refuses.has(login));
        const teams = effect.teams.filter((slug) => !refuses.has(`team/${slug}`));
        const events = [...users.map((name) => ({ name, team: false })), ...teams.map((name) => ({ name, team: true }))].map(
          ({ name, team }) => ({ action: "requested" as const, reviewer: name, team, actor: selfActor, at: takenAt }),
        );
        change(number, {
          requestedUsers: [...pullRequest.requestedUsers, ...users],
          requestedTeams: [...pullRequest.requestedTeams, ...teams],
          reviewRequestEvents: [...pullRequest.reviewRequestEvents, ...events],
        });
        const asking = [...effect.users, ...effect.teams.map((slug) => `team/${slug}`)];
        return done(
          null,
          asking.filter((reviewer) => refuses.has(reviewer)),
        );
      }
      case "create-check":
      case "update-check":
        return done(addCheck(effect.report));
      default:
        return assertNever(effect);
    }
  };

  /** A check belongs to a commit: every pull request with that head shows it. */
  const addCheck = ({ name, headSha, conclusion, digest }: CheckReport): number => {
    const id = nextId++;
    for (const [number, snapshot] of snapshots) {
      if (snapshot.pullRequest.headSha !== headSha) continue;
      snapshots.set(number, { ...snapshot, checks: [{ id, name, headSha, conclusion, digest }, ...snapshot.checks] });
    }
    return id;
  };

  return {
    set: (snapshot) => void snapshots.set(snapshot.pullRequest.number, snapshot),
    remove: (number) => void snapshots.delete(number),
    get,
    setConstitution(files, treeId = "tree-1") {
      constitution = files === null ? null : { files, treeId };
    },
    fail: (kind, error, when = "before") => void faults.push({ kind, error, when }),
    refuses,
    asked,
    writes: () => asked.filter((line) => line.startsWith("execute") || line.startsWith("completeCheck")),

    async readSnapshot(number) {
      asked.push(`readSnapshot ${number}`);
      const snapshot = snapshots.get(number);
      if (snapshot === undefined) return null;
      return { snapshot, governanceTreeId: constitution?.treeId ?? null, fingerprint: fingerprintOf(snapshot) };
    },
    async readConstitution() {
      asked.push("readConstitution");
      return constitution === null ? null : { commit: "f".repeat(40), ...constitution };
    },
    async listOpen() {
      asked.push("listOpen");
      const open = [...snapshots.values()].filter(({ pullRequest }) => pullRequest.state === "open");
      return {
        pullRequests: open.map((snapshot) => ({
          number: snapshot.pullRequest.number,
          fingerprint: digestFingerprint(fingerprintOf(snapshot)),
        })),
        governanceTreeId: constitution?.treeId ?? null,
        next: null,
      };
    },
    async hasFolderChanged(folder, before, after) {
      asked.push(`hasFolderChanged ${folder} ${before} ${after}`);
      return after.startsWith("d");
    },
    async execute(number, effect) {
      asked.push(`execute ${number} ${effect.kind}`);
      const index = faults.findIndex((fault) => fault.kind === effect.kind);
      const [fault] = index === -1 ? [] : faults.splice(index, 1);
      if (fault?.when === "before") throw fault.error;
      const executed = apply(number, effect);
      if (fault !== undefined) throw fault.error;
      return executed;
    },
    async completeCheck(report) {
      asked.push(`completeCheck ${report.headSha} ${report.conclusion}`);
    },
  };
}

function fingerprintOf({ pullRequest, checks }: Snapshot): Fingerprint {
  const [check] = checks;
  return {
    state: pullRequest.state,
    draft: pullRequest.draft,
    locked: pullRequest.locked,
    title: pullRequest.title,
    baseRef: pullRequest.baseRef,
    headSha: pullRequest.headSha,
    labels: pullRequest.labels,
    assignees: pullRequest.assignees.map(({ login }) => login),
    requested: [...pullRequest.requestedUsers, ...pullRequest.requestedTeams.map((slug) => `team/${slug}`)],
    comments: pullRequest.ownComments.length,
    ownComments: Object.fromEntries(pullRequest.ownComments.map(({ id, body }) => [String(id), sha256(body)])),
    check: check === undefined ? null : { id: check.id, conclusion: check.conclusion, digest: check.digest },
  };
}
