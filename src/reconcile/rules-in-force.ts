import { z } from "zod";
import type { FileProblem } from "../domain/problem.ts";
import { type Governance, type LoadedGovernance, loadGovernance } from "../governance/index.ts";
import type { Clock } from "../ports/clock.ts";
import type { ConstitutionSource, GitHub } from "../ports/github.ts";
import type { Log } from "../ports/log.ts";
import type { Cache, Json } from "../ports/store.ts";

/** The rules by which passes of a repository decide. */
export interface Rules {
  readonly governance: Governance;
  /** What is wrong in them; holds an error only where no earlier version without one is known. */
  readonly problems: readonly FileProblem[];
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
  /** What is applied: the last source without errors, or the first one read when there was none. */
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
  const loaded = new Map<number, LoadedGovernance & { readonly key: string }>();

  const load = (repositoryId: number, source: ConstitutionSource): LoadedGovernance => {
    const today = clock.now().slice(0, 10);
    const key = `${source.treeId} ${today}`;
    const known = loaded.get(repositoryId);
    if (known?.key === key) return known;
    const fresh = { key, ...loadGovernance(source.files, { commit: source.commit, today }) };
    loaded.set(repositoryId, fresh);
    return fresh;
  };

  const toRules = (repositoryId: number, entry: Entry | null): Rules | null => {
    if (entry === null) return null;
    const { governance, problems } = load(repositoryId, entry.source);
    return governance === null ? null : { governance, problems, treeId: entry.treeId };
  };

  const readAnew = async (repositoryId: number, github: GitHub): Promise<Entry | null> => {
    const source = await github.readConstitution(folder);
    if (source === null) return null;
    const { problems } = load(repositoryId, source);
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length === 0) {
      await cache.put(keyOf(repositoryId), toJson(source));
      return { source, treeId: source.treeId };
    }
    const last = await readCached(cache, repositoryId);
    const fields = { repositoryId, commit: source.commit, inForce: last?.commit ?? null, errors: errors.slice(0, 5).map(describe) };
    log.error(fields, "The constitution has errors and is not applied: mend them on the default branch");
    return { source: last ?? source, treeId: source.treeId };
  };

  /** One reading at a time: passes that begin together share it. */
  const read = (repositoryId: number, github: GitHub): Promise<Entry | null> => {
    const running = readings.get(repositoryId);
    if (running !== undefined) return running;
    const started = readAnew(repositoryId, github)
      .then((entry) => {
        if (entry === null) entries.delete(repositoryId);
        else entries.set(repositoryId, entry);
        return entry;
      })
      .finally(() => readings.delete(repositoryId));
    readings.set(repositoryId, started);
    return started;
  };

  return {
    async known(repositoryId, github) {
      const entry = entries.get(repositoryId);
      if (entry !== undefined) return toRules(repositoryId, entry);
      const source = await readCached(cache, repositoryId);
      if (source === null) return toRules(repositoryId, await read(repositoryId, github));
      const cached = { source, treeId: source.treeId };
      entries.set(repositoryId, cached);
      return toRules(repositoryId, cached);
    },
    async at(repositoryId, github, treeId) {
      const entry = entries.get(repositoryId);
      return toRules(repositoryId, entry?.treeId === treeId ? entry : await read(repositoryId, github));
    },
  };
}

/** The rules that passes applied last, for whoever only shows what stands; null while none that can be applied were read. */
export type KeptRules = (repositoryId: number, today: string) => Promise<Governance | null>;

export function createKeptRules(cache: Pick<Cache, "get">): KeptRules {
  const loaded = new Map<number, { readonly key: string; readonly governance: Governance | null }>();
  return async (repositoryId, today) => {
    const source = await readCached(cache, repositoryId);
    if (source === null) return null;
    const key = `${source.treeId} ${source.commit} ${today}`;
    const known = loaded.get(repositoryId);
    if (known?.key === key) return known.governance;
    const { governance } = loadGovernance(source.files, { commit: source.commit, today });
    loaded.set(repositoryId, { key, governance });
    return governance;
  };
}

async function readCached(cache: Pick<Cache, "get">, repositoryId: number): Promise<ConstitutionSource | null> {
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
