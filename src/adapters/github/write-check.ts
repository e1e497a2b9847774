import { z } from "zod";
import type { Annotation, CheckReport } from "../../domain/check-report.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

const Made = z.object({ id: z.number().int() });

/** GitHub takes so many annotations in one request (checks/create, checks/update). */
const annotationsPerRequest = 50;
/** Nobody reads more of them in a diff; the summary still counts all. */
const annotationsPerRun = 500;

/**
 * Completes a new run. A run that exists cannot be changed into another: GitHub only ever adds annotations to it (checks/update),
 * so a changed report is a new run of the same name, which GitHub shows and counts in place of the old one.
 * The digest goes with the last request: a run left half written is not taken for complete in the next pass.
 */
export async function writeCheck(context: RepositoryContext, report: CheckReport): Promise<number> {
  const { client } = context;
  const repository = repositoryRoute(context);
  const [first = [], ...rest] = batches(report.annotations.slice(0, annotationsPerRun));
  const output = { title: report.title, summary: report.summary };
  const what = `to complete the check on ${report.headSha}`;
  const { id } = await client.write(Made, what, (request) =>
    request("POST /repos/{owner}/{repo}/check-runs", {
      ...repository,
      name: report.name,
      head_sha: report.headSha,
      status: "completed",
      conclusion: report.conclusion,
      ...(rest.length === 0 ? { external_id: report.digest } : {}),
      output: { ...output, annotations: first.map(toAnnotation) },
    }),
  );
  for (const [index, batch] of rest.entries()) {
    await client.write(Made, what, (request) =>
      request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...repository,
        check_run_id: id,
        ...(index === rest.length - 1 ? { external_id: report.digest } : {}),
        output: { ...output, annotations: batch.map(toAnnotation) },
      }),
    );
  }
  return id;
}

function batches(annotations: readonly Annotation[]): (readonly Annotation[])[] {
  const count = Math.ceil(annotations.length / annotationsPerRequest);
  return Array.from({ length: count }, (_, index) => annotations.slice(index * annotationsPerRequest, (index + 1) * annotationsPerRequest));
}

function toAnnotation(annotation: Annotation) {
  return {
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
  };
}
