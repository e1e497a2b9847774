import type { Issue, Pull, Repository } from "../../store/index.ts";
import { connect, orderedBy, type PageArgs } from "../connection.ts";
import { type GraphqlContext, requireRead } from "../context.ts";
import { Problem } from "../problem.ts";

export interface IssueListArgs extends PageArgs {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
  readonly orderBy?: { readonly field: "CREATED_AT" | "UPDATED_AT" | "COMMENTS"; readonly direction: "ASC" | "DESC" } | null;
}

type Kind = "Issue" | "PullRequest";

/** An issue or a pull request by number. GitHub says which of them it looked for. */
export function findIssue(
  context: GraphqlContext,
  repository: Repository,
  number: number,
  kind: Kind | "issue or pull request",
): Issue | Pull {
  const issue = repository.issues.get(number);
  const right = issue && (kind === "issue or pull request" || (kind === "PullRequest") === (issue.pull !== null));
  if (kind !== "issue or pull request") requireRead(context, repository, permissions[kind]);
  if (!issue || !right) {
    const what = kind === "Issue" ? "an Issue" : kind === "PullRequest" ? "a PullRequest" : "an issue or pull request";
    throw new Problem("NOT_FOUND", `Could not resolve to ${what} with the number of ${number}.`);
  }
  if (kind === "issue or pull request") requireRead(context, repository, permissions[issue.pull ? "PullRequest" : "Issue"]);
  return issue.pull ?? issue;
}

const permissions = { Issue: "issues", PullRequest: "pull_requests" } as const;

/** A repository's issues or pull requests; oldest first unless ordered. */
export function listIssues(context: GraphqlContext, repository: Repository, args: IssueListArgs, kind: Kind) {
  requireRead(context, repository, permissions[kind]);
  const { states, labels, baseRefName, headRefName, orderBy, ...page } = args;
  const chosen = [...repository.issues.values()].filter((issue) => {
    if ((kind === "PullRequest") !== (issue.pull !== null)) return false;
    if (states && !states.includes(stateOf(issue))) return false;
    if (labels && !labels.some((name) => [...issue.labels].some((label) => label.name.toLowerCase() === name.toLowerCase()))) return false;
    if (baseRefName != null && issue.pull?.baseRef !== baseRefName) return false;
    return headRefName == null || issue.pull?.headRef === headRefName;
  });
  const { field = "CREATED_AT", direction = "ASC" } = orderBy ?? {};
  const places = {
    CREATED_AT: (issue: Issue) => [issue.number],
    UPDATED_AT: (issue: Issue) => [issue.updatedAt, issue.number],
    COMMENTS: (issue: Issue) => [issue.comments.size, issue.number],
  };
  const sorted = orderedBy(chosen, places[field], direction);
  const placeOf = (thing: Issue | Pull) => sorted.placeOf("pull" in thing ? thing : thing.issue, 0);
  return connect<Issue | Pull>({ ...sorted, items: sorted.items.map((issue) => issue.pull ?? issue), placeOf }, page);
}

/** GraphQL's three states; REST has two and a merge date. */
export function stateOf(issue: Issue): "OPEN" | "CLOSED" | "MERGED" {
  if (issue.pull?.merged) return "MERGED";
  return issue.state === "open" ? "OPEN" : "CLOSED";
}
