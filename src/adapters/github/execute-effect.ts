import { z } from "zod";
import type { Effect } from "../../domain/effect.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { type Executed, GitHubFault } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";
import { requestReviewers } from "./request-reviewers.ts";
import { writeCheck } from "./write-check.ts";

const Made = z.object({ id: z.number().int() });
const Anything = z.unknown();

/** One effect as the REST requests it takes. Each can be repeated: what is there already, or gone already, counts as done. */
export async function executeEffect(context: RepositoryContext, pullRequest: number, effect: Effect): Promise<Executed> {
  const { client } = context;
  const repository = repositoryRoute(context);
  const issue = { ...repository, issue_number: pullRequest };
  switch (effect.kind) {
    case "create-label": {
      const { label } = effect;
      await unless(isTaken, () =>
        client.write(Made, `to create label "${label.name}"`, (request) =>
          request("POST /repos/{owner}/{repo}/labels", { ...repository, ...label }),
        ),
      );
      return { detail: label.name, id: null, refused: [] };
    }
    case "add-labels": {
      const labels = [...effect.labels];
      await client.write(
        z.array(z.object({ name: z.string() })),
        `to add labels to #${pullRequest}`,
        (request) => request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", { ...issue, labels }),
        "first",
      );
      return { detail: labels.join(", "), id: null, refused: [] };
    }
    case "remove-label": {
      const { label: name } = effect;
      await unless(isGone, () =>
        client.write(Anything, `to remove label "${name}" from #${pullRequest}`, (request) =>
          request("DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}", { ...issue, name }),
        ),
      );
      return { detail: name, id: null, refused: [] };
    }
    case "create-comment": {
      const { body } = effect;
      const { id } = await client.write(Made, `to comment on #${pullRequest}`, (request) =>
        request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...issue, body }),
      );
      return { detail: `comment ${id}`, id, refused: [] };
    }
    case "update-comment": {
      const { commentId: id, body } = effect;
      await client.write(Made, `to edit comment ${id}`, (request) =>
        request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...repository, comment_id: id, body }),
      );
      return { detail: `comment ${id}`, id, refused: [] };
    }
    case "delete-comment": {
      const { commentId: id } = effect;
      await unless(isGone, () =>
        client.write(Anything, `to delete comment ${id}`, (request) =>
          request("DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...repository, comment_id: id }),
        ),
      );
      return { detail: `comment ${id}`, id, refused: [] };
    }
    case "request-reviewers":
      return requestReviewers(context, pullRequest, effect);
    case "create-check":
    case "update-check": {
      const id = await writeCheck(context, effect.report);
      return { detail: `${effect.report.conclusion}: ${effect.report.title}`, id, refused: [] };
    }
    default:
      return assertNever(effect);
  }
}

async function unless(isHarmless: (fault: GitHubFault) => boolean, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof GitHubFault && isHarmless(error))) throw error;
  }
}

/** Another pass, or a person, was quicker. */
function isTaken(fault: GitHubFault): boolean {
  return fault.status === 422 && fault.message.includes("already_exists");
}

function isGone(fault: GitHubFault): boolean {
  return fault.status === 404;
}
