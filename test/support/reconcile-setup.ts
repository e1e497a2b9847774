import { epochMilliseconds, type Instant, instant } from "../../src/kernel/instant.ts";
import { createPlanner, createReconciler, type Reconciler, type ReconcilerOptions } from "../../src/reconcile/index.ts";
import { emptySpecificationIndex } from "../../src/routing/index-spec/index.ts";
import { type Constitution, smallConstitution } from "./constitution.ts";
import { createFakeGitHub, type FakeGitHub } from "./fake-github.ts";
import { aLog } from "./log.ts";
import { createMemoryStore, type MemoryStore } from "./memory-store.ts";

export const repositoryId = 77;

export interface ReconcileSetup {
  readonly github: FakeGitHub;
  readonly store: MemoryStore;
  readonly reconciler: Reconciler;
  /** Lines that were logged, `level message`. */
  readonly logged: string[];
  /** Another process with the same storage: what the first kept in memory is gone. */
  restart(): Reconciler;
  setConstitution(constitution: Constitution, treeId?: string): void;
  advance(milliseconds: number): void;
  now(): Instant;
}

/** The passes as they are, with a repository and storage in memory and a clock that stands still. */
export function reconcileSetup(options: Partial<ReconcilerOptions> = {}): ReconcileSetup {
  const github = createFakeGitHub();
  const store = createMemoryStore();
  const logged: string[] = [];
  let now = instant("2026-11-23T09:00:00Z");
  const restart = () =>
    createReconciler({
      github: async () => github,
      plan: createPlanner({ index: emptySpecificationIndex, proposedDelegations: "act", governanceFolder: "governance", ...options }),
      ...store,
      clock: { now: () => now },
      log: aLog(logged),
      options: { governanceFolder: "governance", checkName: "Steward", hourlyBrake: true, release: "1", ...options },
    });
  github.setConstitution(smallConstitution().files);
  return {
    github,
    store,
    reconciler: restart(),
    logged,
    restart,
    setConstitution: (constitution, treeId) => github.setConstitution(constitution.files, treeId),
    advance(milliseconds) {
      now = instant(epochMilliseconds(now) + milliseconds);
    },
    now: () => now,
  };
}
