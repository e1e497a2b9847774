import type { CheckRunChange } from "../acts/checks.ts";
import { Fail } from "../fail.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { type Annotation, type CheckRun, conclusions } from "../store/index.ts";

/** https://docs.github.com/en/rest/checks/runs */
const mostAnnotations = 50;
const longestText = 65_535;
const largestAnnotation = 64 * 1024;

/** What a request wants of a check run; 422 for what GitHub would not take. */
export function parseCheckRunChange(body: JsonFields): CheckRunChange {
  const output = body.object("output");
  const status = body.choice("status", ["queued", "in_progress", "completed"]);
  const conclusion = body.choice("conclusion", conclusions);
  if (status === "completed" && conclusion === undefined) throw new Fail(422, `Invalid request.\n\n"conclusion" wasn't supplied.`);
  if (conclusion === "stale") throw new Fail(422, "Invalid request.\n\nOnly GitHub can set the conclusion stale.");
  const externalId = body.optionalText("external_id");
  const detailsUrl = body.optionalText("details_url");
  const startedAt = body.moment("started_at");
  const completedAt = body.moment("completed_at");
  const name = body.optionalText("name");
  const actions = body.objects("actions");
  if (actions && actions.length > 3) throw new Fail(422, "Invalid request.\n\nNo more than 3 actions are allowed.");
  return {
    ...(name === undefined ? {} : { name }),
    ...(status === undefined ? {} : { status }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(detailsUrl === undefined ? {} : { detailsUrl }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(output ? { output: parseOutput(output) } : {}),
    ...(actions
      ? {
          actions: actions.map((action) => ({
            label: action.text("label"),
            description: action.text("description"),
            identifier: action.text("identifier"),
          })),
        }
      : {}),
    annotations: parseAnnotations(output?.objects("annotations") ?? []),
  };
}

function parseOutput(output: JsonFields): CheckRun["output"] {
  const summary = output.text("summary");
  const text = output.optionalText("text") ?? null;
  for (const [name, value] of [
    ["summary", summary],
    ["text", text],
  ] as const) {
    if (value !== null && value.length > longestText)
      throw new Fail(
        422,
        `Invalid request.\n\nOnly ${longestText} characters are allowed; ${value.length} were supplied in output.${name}.`,
      );
  }
  return { title: output.optionalText("title") ?? null, summary, text };
}

function parseAnnotations(entries: readonly JsonFields[]): Annotation[] {
  if (entries.length > mostAnnotations) {
    throw new Fail(422, `Invalid request.\n\nNo more than ${mostAnnotations} items are allowed; ${entries.length} were supplied.`);
  }
  return entries.map((entry) => {
    const startLine = entry.integer("start_line") ?? 0;
    const endLine = entry.integer("end_line") ?? 0;
    const startColumn = entry.integer("start_column") ?? null;
    const endColumn = entry.integer("end_column") ?? null;
    if (startLine < 1 || endLine < startLine)
      throw new Fail(422, `Invalid request.\n\nAn annotation needs start_line and end_line, from 1 and in order.`);
    if (startLine !== endLine && (startColumn !== null || endColumn !== null)) {
      throw new Fail(422, "Invalid request.\n\nAnnotations with columns must start and end on the same line.");
    }
    const message = entry.text("message");
    if (Buffer.byteLength(message) > largestAnnotation)
      throw new Fail(422, "Invalid request.\n\nThe message of an annotation may have 64 KB.");
    return {
      path: entry.text("path"),
      startLine,
      endLine,
      startColumn,
      endColumn,
      level: entry.choice("annotation_level", ["notice", "warning", "failure"]) ?? "notice",
      message,
      title: entry.optionalText("title") ?? null,
      rawDetails: entry.optionalText("raw_details") ?? null,
    };
  });
}
