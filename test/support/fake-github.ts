import type { CheckReport } from "../../src/domain/check-report.ts";
import type { Effect } from "../../src/domain/effect.ts";
import { digestFingerprint, type Fingerprint } from "../../src/domain/fingerprint.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import type { SourceFile } from "../../src/domain/source-file.ts";
import { assertNever } from "../../src/kernel/assert-never.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import type { Executed, ForeignFiles, Gate, GitHub, QueueEntry } from "../../src/ports/github.ts";
import { applyEffects } from "./simulated-github.ts";
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
  /** Comments written through another App: id to its name. */
  readonly origins: Map<number, string>;
  /** Files of other repositories: `owner/name` to what stands at each path. */
  readonly foreign: Map<string, ForeignFiles>;
  /** The merge queue; empty unless filled. */
  readonly queue: QueueEntry[];
  setGate(gate: Gate): void;
  /** Those of them that write. */
  writes(): string[];
}

export function createFakeGitHub(): FakeGitHub {
  const snapshots = new Map<number, Snapshot>();
  const faults: { kind: Effect["kind"]; error: Error; when: "before" | "lost" }[] = [];
  const asked: string[] = [];
  const origins = new Map<number, string>();
  const foreign = new Map<string, ForeignFiles>();
  const queue: QueueEntry[] = [];
  let gate: Gate = {
    branch: "main",
    requirement: { known: true, value: "pinned" },
    bypass: { known: true, value: [] },
    mergeQueue: { known: true, value: false },
    codeOwnerReview: { known: true, value: false },
  };
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
    const done = (id: number | null = null, refused: string[] = []): Executed => ({ detail: effect.kind, id, refused, at: null });
    const written = (id: number): Executed => ({ ...done(id), at: takenAt });
    switch (effect.kind) {
      case "create-label": {
        const labels = [...repository.labels, effect.label];
        for (const [key, snapshot] of snapshots) snapshots.set(key, { ...snapshot, repository: { ...snapshot.repository, labels } });
        return done();
      }
      case "add-labels": {
        const added = effect.labels.filter((label) => !pullRequest.labels.includes(label));
        const events = added.map((label) => ({ id: `LE_${nextId++}`, action: "labeled" as const, label, actor: selfActor, at: takenAt }));
        change(number, { labels: [...pullRequest.labels, ...added].sort(), labelEvents: [...pullRequest.labelEvents, ...events] });
        return done();
      }
      case "remove-label":
        change(number, { labels: pullRequest.labels.filter((label) => label !== effect.label) });
        return done();
      case "create-comment": {
        const id = nextId++;
        change(number, { ownComments: [...pullRequest.ownComments, anOwnComment(id, effect.body)] });
        return written(id);
      }
      case "update-comment":
        change(number, {
          ownComments: pullRequest.ownComments.map((comment) =>
            comment.id === effect.commentId ? { ...comment, body: effect.body } : comment,
          ),
        });
        return written(effect.commentId);
      case "delete-comment":
        change(number, { ownComments: pullRequest.ownComments.filter(({ id }) => id !== effect.commentId) });
        return done(effect.commentId);
      case "request-reviewers": {
        const users = effect.users.filter((login) => !refuses.has(login));
        const teams = effect.teams.filter((slug) => !refuses.has(`team/${slug}`));
        const events = [...users.map((name) => ({ name, team: false })), ...teams.map((name) => ({ name, team: true }))].map(
          ({ name, team }) => ({
            id: `RRE_${nextId++}`,
            action: "requested" as const,
            reviewer: name,
            team,
            actor: selfActor,
            at: takenAt,
          }),
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
      case "react":
      case "suggest-line":
      case "commit-file":
      case "approve":
      case "dismiss-approval": {
        const after = applyEffects(get(number), [effect]);
        snapshots.set(number, { ...after, takenAt });
        return done(
          effect.kind === "approve" ? (after.pullRequest.ownReviews.at(-1)?.id ?? null) : effect.kind === "react" ? effect.commentId : null,
        );
      }
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
    origins,
    foreign,
    queue,
    setGate(next) {
      gate = next;
    },
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
    async listEveryPullRequest() {
      return [...snapshots.keys()];
    },
    async readFirstCheck() {
      return null;
    },
    async changedFolders(folders, before, after) {
      asked.push(`changedFolders ${folders.join(" ")} ${before} ${after}`);
      return after.startsWith("d") ? folders.slice(0, 1) : [];
    },
    async readMergeQueue() {
      asked.push("readMergeQueue");
      return queue;
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
    async readLatestCommentId(number) {
      asked.push(`readLatestCommentId ${number}`);
      const pullRequest = snapshots.get(number)?.pullRequest;
      const ids = [...(pullRequest?.ownComments ?? []), ...(pullRequest?.conversation ?? [])].map(({ id }) => id);
      return ids.length === 0 ? null : Math.max(...ids);
    },
    async readCommentOrigin(commentId) {
      asked.push(`readCommentOrigin ${commentId}`);
      return { viaApp: origins.get(commentId) ?? null };
    },
    async listForeignPaths(repository) {
      asked.push(`listForeignPaths ${repository}`);
      const files = foreign.get(repository);
      if (files === undefined) return { known: false, why: `${repository} cannot be read: not found` };
      const paths = [...files.entries].flatMap(([path, { kind }]) => (kind === "file" ? [path] : []));
      return { known: true, value: { tree: "e".repeat(40), paths, complete: true } };
    },
    async readForeignFiles(repository, paths) {
      asked.push(`readForeignFiles ${repository}`);
      const files = foreign.get(repository);
      if (files === undefined) return { known: false, why: `${repository} cannot be read: not found` };
      const entries = new Map(paths.map((path) => [path, files.entries.get(path) ?? { kind: "absent" as const }]));
      return { known: true, value: { commit: files.commit, entries } };
    },
    async readGate() {
      asked.push("readGate");
      return gate;
    },
    async completeCheck(report) {
      asked.push(`completeCheck ${report.headSha} ${report.conclusion}`);
    },
  };
}

function fingerprintOf({ pullRequest, checks, self }: Snapshot): Fingerprint {
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
    comments: pullRequest.ownComments.length + pullRequest.conversation.length,
    ownComments: Object.fromEntries(pullRequest.ownComments.map(({ id, body }) => [String(id), sha256(body)])),
    acts: [
      ...pullRequest.conversation.map(({ id, editedAt }) => `${id} ${editedAt ?? ""}`),
      ...pullRequest.reviews.map(({ id, verdict, editedAt }) => `${id} ${verdict} ${editedAt ?? ""}`),
      ...[...pullRequest.labelEvents, ...pullRequest.assignmentEvents].flatMap(({ id, actor }) => (actor.login === self.login ? [] : [id])),
    ],
    ownReviews: Object.fromEntries(pullRequest.ownReviews.map(({ id, verdict }) => [String(id), verdict])),
    check: check === undefined ? null : { id: check.id, conclusion: check.conclusion, digest: check.digest },
  };
}
