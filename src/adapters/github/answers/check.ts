import { z } from "zod";
import type { CheckConclusion, OwnCheckRun } from "../../../domain/snapshot.ts";
import { Nodes } from "./connection.ts";

const CheckRun = z.object({
  databaseId: z.number(),
  name: z.string(),
  status: z.string(),
  conclusion: z.string().nullable(),
  externalId: z.string().nullable(),
});

/** A commit with the check runs that this App made on it. */
export const CommitChecksAnswer = z.object({
  oid: z.string(),
  checkSuites: z.object({ nodes: z.array(z.object({ checkRuns: Nodes(CheckRun) }).nullable()) }).nullable(),
});
export type CommitChecksAnswer = z.infer<typeof CommitChecksAnswer>;

const conclusions: ReadonlyMap<string, CheckConclusion> = new Map([
  ["SUCCESS", "success"],
  ["FAILURE", "failure"],
  ["NEUTRAL", "neutral"],
  ["ACTION_REQUIRED", "action_required"],
]);

/** Newest first: where a lost answer left two runs, GitHub shows and counts the one made last. */
export function toCheckRuns(commit: CommitChecksAnswer): OwnCheckRun[] {
  return (commit.checkSuites?.nodes ?? [])
    .flatMap((suite) => suite?.checkRuns ?? [])
    .sort((left, right) => right.databaseId - left.databaseId)
    .map((run) => ({
      id: run.databaseId,
      name: run.name,
      headSha: commit.oid,
      conclusion: run.status === "COMPLETED" ? (conclusions.get(run.conclusion ?? "") ?? null) : null,
      digest: run.externalId === "" ? null : run.externalId,
    }));
}
