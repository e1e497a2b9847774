import { digestFingerprint } from "../../domain/fingerprint.ts";
import type { SweepPage } from "../../ports/github.ts";
import { OpenPullRequestsAnswer } from "./answers/pull-request.ts";
import { fingerprintOf } from "./fingerprint-of.ts";
import { openPullRequestsQuery } from "./queries/index.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

/** Fifty open pull requests in one request, with the digest that tells whether one has moved. */
export async function listOpen(context: RepositoryContext, governanceFolder: string, cursor: string | null): Promise<SweepPage> {
  const { client, self, checkName } = context;
  const { repository } = await client.query(OpenPullRequestsAnswer, "a page of open pull requests", openPullRequestsQuery, {
    ...repositoryVariables(context),
    after: cursor,
    governance: `HEAD:${governanceFolder}`,
    appId: self.appId,
    checkName,
  });
  return {
    pullRequests: repository.pullRequests.items.map((fields) => ({
      number: fields.number,
      fingerprint: digestFingerprint(fingerprintOf(fields, fields, self.login)),
    })),
    governanceTreeId: repository.governance?.oid ?? null,
    next: repository.pullRequests.after,
  };
}
