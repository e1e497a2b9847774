import type { LookCause } from "../ports/jobs.ts";
import type { SweptState } from "../ports/store.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";
import { storedFingerprint } from "./stored-fingerprint.ts";

export interface SweepOutcome {
  /** Open pull requests. */
  readonly open: number;
  /** Passes asked for. */
  readonly looks: number;
}

/**
 * Looks at everything open, fifty in a request, and asks for a pass over what is not as the last pass left it: so that lost
 * deliveries and changes by hand are found. What has closed unnoticed is looked at too.
 */
export async function sweep(deps: ReconcilerDeps, repositoryId: number): Promise<SweepOutcome> {
  const { jobs, log, clock, options } = deps;
  const github = await deps.github(repositoryId);
  const known = new Map((await deps.subjects.listOpen(repositoryId)).map((state) => [state.subject.pullRequest, state]));
  const now = clock.now();
  let cursor: string | null = null;
  let open = 0;
  let looks = 0;
  const look = async (pullRequest: number, cause: LookCause) => {
    looks++;
    await jobs.look({ repositoryId, pullRequest }, cause);
  };
  do {
    const page = await github.listOpen(options.governanceFolder, cursor);
    if (page.governanceTreeId === null) {
      log.warn({ repositoryId }, "The default branch has no constitution: nothing is looked at");
      return { open, looks };
    }
    for (const { number, fingerprint } of page.pullRequests) {
      const state = known.get(number);
      known.delete(number);
      open++;
      const cause = causeOf(state, storedFingerprint(options.release, page.governanceTreeId, fingerprint), fingerprint, now);
      if (cause !== null) await look(number, cause);
    }
    cursor = page.next;
  } while (cursor !== null);
  for (const number of known.keys()) await look(number, "sweep");
  log.info({ repositoryId, open, looks }, "Swept a repository");
  return { open, looks };
}

function causeOf(state: SweptState | undefined, current: string, digest: string, now: string): LookCause | null {
  if (state === undefined || state.fingerprint === null) return "sweep";
  if (state.fingerprint !== current) return state.fingerprint.endsWith(`/${digest}`) ? "constitution" : "sweep";
  return state.nextLook !== null && state.nextLook <= now ? "timer" : null;
}
