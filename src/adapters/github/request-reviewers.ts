import { z } from "zod";
import type { Effect } from "../../domain/effect.ts";
import { type Executed, GitHubFault } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

type Reviewers = Pick<Extract<Effect, { kind: "request-reviewers" }>, "users" | "teams">;

const AskedAnswer = z.object({
  requested_reviewers: z.array(z.object({ login: z.string() })).nullable(),
  requested_teams: z.array(z.object({ slug: z.string() })).nullable(),
});

/**
 * Asks all at once. GitHub refuses the whole request (422) when one of them has no access to the repository or is the author:
 * then each is asked alone, and those refused are named in the answer, so that they are not asked again on every pass.
 */
export async function requestReviewers(context: RepositoryContext, pullRequest: number, reviewers: Reviewers): Promise<Executed> {
  const single = [
    ...reviewers.users.map((login) => ({ key: login, users: [login], teams: [] })),
    ...reviewers.teams.map((slug) => ({ key: `team/${slug}`, users: [], teams: [slug] })),
  ];
  const refused = await ask(context, pullRequest, reviewers);
  const answers = refused !== null ? refused : [];
  if (refused === null) {
    for (const each of single) {
      const alone = single.length === 1 ? null : await ask(context, pullRequest, each);
      answers.push(...(alone ?? [each.key]));
    }
  }
  const asked = single.map(({ key }) => key).filter((key) => !answers.includes(key));
  const told = [asked.length > 0 ? `asked ${asked.join(", ")}` : "", answers.length > 0 ? `cannot be asked: ${answers.join(", ")}` : ""];
  return { detail: told.filter((part) => part !== "").join("; "), id: null, refused: answers, at: null };
}

/** Those whom GitHub left out of its answer, or null when it refused the whole request. */
async function ask(context: RepositoryContext, pullRequest: number, { users, teams }: Reviewers): Promise<string[] | null> {
  try {
    const answer = await context.client.write(AskedAnswer, `to ask for reviews of #${pullRequest}`, (request) =>
      request("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", {
        ...repositoryRoute(context),
        pull_number: pullRequest,
        reviewers: [...users],
        team_reviewers: [...teams],
      }),
    );
    const logins = (answer.requested_reviewers ?? []).map(({ login }) => login.toLowerCase());
    const slugs = (answer.requested_teams ?? []).map(({ slug }) => slug);
    return [
      ...users.filter((login) => !logins.includes(login.toLowerCase())),
      ...teams.filter((slug) => !slugs.includes(slug)).map((slug) => `team/${slug}`),
    ];
  } catch (error) {
    if (error instanceof GitHubFault && error.status === 422) return null;
    throw error;
  }
}
