import { z } from "zod";
import type { FileProblem } from "../domain/problem.ts";
import { type Governance, loadGovernance } from "../governance/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { ConstitutionSource, GitHub } from "../ports/github.ts";
import type { Log } from "../ports/log.ts";
import type { Cache, Json } from "../ports/store.ts";

/** The rules by which passes of a repository decide. */
export interface Rules {
  readonly governance: Governance;
  /** Tree of the default branch that was read last; differs from that of `governance` while that tree has errors. */
  readonly treeId: string;
}

export interface RulesInForce {
  /** The rules last read; null when the default branch has none that can be applied. */
  known(repositoryId: number, github: GitHub): Promise<Rules | null>;
  /** The rules of the tree that a pass has just seen on the default branch. */
  at(repositoryId: number, github: GitHub, treeId: string | null): Promise<Rules | null>;
}

const Source = z.object({
  commit: z.string(),
  treeId: z.string(),
  files: z.array(z.object({ path: z.string(), text: z.string() })),
});

interface Entry {
  /** What is applied: the last source without errors. */
  readonly source: ConstitutionSource;
  readonly treeId: string;
}

/**
 * Constitutions by repository, read once for each tree. One with errors is not applied: the last one without stays in force,
 * over a restart too. The files are judged anew each day, because terms and delegations end.
 */
export function createRulesInForce(deps: {
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly folder: string;
}): RulesInForce {
  const { cache, clock, log, folder } = deps;
  const entries = new Map<number, Entry>();
  const readings = new Map<number, Promise<Entry | null>>();
  const resolved = new Map<number, { readonly key: string; readonly governance: Governance }>();
  const today = () => clock.now().slice(0, 10);

  const resolve = (repositoryId: number, { source, treeId }: Entry): Rules | null => {
    const key = `${source.treeId} ${today()}`;
    const cached = resolved.get(repositoryId);
    if (cached?.key === key) return { governance: cached.governance, treeId };
    const { governance } = loadGovernance(source.files, { commit: source.commit, today: today() });
    if (governance === null) return null;
    resolved.set(repositoryId, { key, governance });
    return { governance, treeId };
  };

  const readAnew = async (repositoryId: number, github: GitHub): Promise<Entry | null> => {
    const source = await github.readConstitution(folder);
    if (source === null) {
      entries.delete(repositoryId);
      return null;
    }
    const { governance, problems } = loadGovernance(source.files, { commit: source.commit, today: today() });
    const errors = problems.filter(({ severity }) => severity === "error");
    if (governance !== null && errors.length === 0) {
      await cache.put(keyOf(repositoryId), toJson(source));
      const entry = { source, treeId: source.treeId };
      entries.set(repositoryId, entry);
      return entry;
    }
    log.error(
      { repositoryId, commit: source.commit, errors: errors.slice(0, 5).map(describe) },
      "the constitution has errors and is not applied",
    );
    const last = entries.get(repositoryId)?.source ?? (await readCached(cache, repositoryId));
    if (last === null) return null;
    const entry = { source: last, treeId: source.treeId };
    entries.set(repositoryId, entry);
    return entry;
  };

  const read = (repositoryId: number, github: GitHub): Promise<Entry | null> => {
    const running = readings.get(repositoryId);
    if (running !== undefined) return running;
    const started = readAnew(repositoryId, github).finally(() => readings.delete(repositoryId));
    readings.set(repositoryId, started);
    return started;
  };

  return {
    async known(repositoryId, github) {
      let entry = entries.get(repositoryId) ?? null;
      if (entry === null) {
        const source = await readCached(cache, repositoryId);
        entry = source === null ? await read(repositoryId, github) : { source, treeId: source.treeId };
        if (entry !== null) entries.set(repositoryId, entry);
      }
      return entry === null ? null : resolve(repositoryId, entry);
    },
    async at(repositoryId, github, treeId) {
      const entry = entries.get(repositoryId);
      const fresh = entry !== undefined && entry.treeId === treeId ? entry : await read(repositoryId, github);
      return fresh === null ? null : resolve(repositoryId, fresh);
    },
  };
}

async function readCached(cache: Cache, repositoryId: number): Promise<ConstitutionSource | null> {
  return Source.safeParse(await cache.get(keyOf(repositoryId))).data ?? null;
}

function keyOf(repositoryId: number): string {
  return `constitution/${repositoryId}`;
}

function toJson({ commit, treeId, files }: ConstitutionSource): Json {
  return { commit, treeId, files: files.map(({ path, text }) => ({ path, text })) };
}

function describe(problem: FileProblem): string {
  return `${problem.file}:${problem.line} ${problem.code} ${problem.message}`;
}
