import { z } from "zod";
import type { RepositoryLabel } from "../../domain/snapshot.ts";
import type { Executed, GitHubFault } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";
import { isGone, unless } from "./unless.ts";

export async function createLabel(context: RepositoryContext, label: RepositoryLabel): Promise<Executed> {
  await unless(isTaken, () =>
    context.client.write(z.object({ id: z.number().int() }), `to create label "${label.name}"`, (request) =>
      request("POST /repos/{owner}/{repo}/labels", { ...repositoryRoute(context), ...label }),
    ),
  );
  return { detail: label.name, id: null, refused: [], at: null };
}

export async function addLabels(context: RepositoryContext, pullRequest: number, names: readonly string[]): Promise<Executed> {
  const labels = [...names];
  await context.client.write(
    z.array(z.object({ name: z.string() })),
    `to add labels to #${pullRequest}`,
    (request) =>
      request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", {
        ...repositoryRoute(context),
        issue_number: pullRequest,
        labels,
      }),
    "first",
  );
  return { detail: labels.join(", "), id: null, refused: [], at: null };
}

export async function removeLabel(context: RepositoryContext, pullRequest: number, name: string): Promise<Executed> {
  await unless(isGone, () =>
    context.client.write(z.unknown(), `to remove label "${name}" from #${pullRequest}`, (request) =>
      request("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", {
        ...repositoryRoute(context),
        issue_number: pullRequest,
        name,
      }),
    ),
  );
  return { detail: name, id: null, refused: [], at: null };
}

/** Another pass, or a person, was quicker. */
function isTaken(fault: GitHubFault): boolean {
  return fault.status === 422 && fault.message.includes("already_exists");
}
