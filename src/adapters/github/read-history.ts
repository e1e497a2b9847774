import { z } from "zod";
import { type Instant, instant } from "../../kernel/instant.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

const perPage = 100;

const Numbers = z.array(z.object({ number: z.number().int() }));

/** Every pull request that there ever was, oldest first. */
export async function listEveryPullRequest(context: RepositoryContext): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const found = await context.client.call(Numbers, `page ${page} of all pull requests`, (request) =>
      request("GET /repos/{owner}/{repo}/pulls", {
        ...repositoryRoute(context),
        state: "all",
        sort: "created",
        direction: "asc",
        per_page: perPage,
        page,
      }),
    );
    numbers.push(...found.map(({ number }) => number));
    if (found.length < perPage) return numbers;
  }
}

const Runs = z.object({
  check_runs: z.array(z.object({ started_at: z.iso.datetime({ offset: true }).nullable(), app: z.object({ id: z.number() }).nullable() })),
});

/** A changed report is a new run, and the old ones stay: the earliest tells when this App had read the commit. */
export async function readFirstCheck(context: RepositoryContext, headSha: string): Promise<Instant | null> {
  let first: Instant | null = null;
  for (let page = 1; ; page += 1) {
    const { check_runs: runs } = await context.client.call(Runs, `page ${page} of the checks of ${headSha}`, (request) =>
      request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
        ...repositoryRoute(context),
        ref: headSha,
        check_name: context.checkName,
        filter: "all",
        per_page: perPage,
        page,
      }),
    );
    for (const { started_at: startedAt, app } of runs) {
      if (startedAt === null || app?.id !== context.self.appId) continue;
      const at = instant(startedAt);
      if (first === null || at < first) first = at;
    }
    if (runs.length < perPage) return first;
  }
}
