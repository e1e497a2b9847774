import { Octokit } from "@octokit/rest";
import type { SampleProposal } from "./sample-proposals.ts";
import type { Actor } from "./sandbox-world.ts";

export interface OpenedSample {
  readonly number: number;
  readonly title: string;
}

/** What opening needs to know of the stand-in: where it is, and the one act that GitHub has no API for. */
export interface SampleStage {
  readonly api: string;
  readonly owner: string;
  readonly repo: string;
  readonly actors: readonly Actor[];
  takeNumber(number: number): void;
}

/** Opens each sample as its author would: fork, branch, file, pull request. Those that a former start opened are found again. */
export async function openSamples(
  samples: readonly SampleProposal[],
  stage: SampleStage,
  onOpened: (sample: OpenedSample) => void,
): Promise<readonly OpenedSample[]> {
  const opened: OpenedSample[] = [];
  for (const sample of samples) {
    const one = { number: await openSample(sample, stage), title: sample.title };
    opened.push(one);
    onOpened(one);
  }
  return opened;
}

async function openSample(sample: SampleProposal, stage: SampleStage): Promise<number> {
  const token = stage.actors.find(({ login }) => login === sample.author)?.token ?? "";
  // Refusals are expected below, and a newcomer's terminal is no place for them.
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const octokit = new Octokit({ baseUrl: stage.api, auth: token, log: quiet });
  const target = { owner: stage.owner, repo: stage.repo };
  const { data: known } = await octokit.rest.pulls.list({ ...target, state: "all", head: `${sample.author}:${sample.branch}` });
  if (known[0]) return known[0].number;

  const { data: fork } = await octokit.rest.repos.createFork(target);
  const own = { owner: fork.owner.login, repo: fork.name };
  const { data: latest } = await octokit.rest.issues.listForRepo({
    ...target,
    state: "all",
    sort: "created",
    direction: "desc",
    per_page: 1,
  });
  const next = (latest[0]?.number ?? 0) + 1;
  const number = Math.max(sample.number ?? next, next);
  if (number > next) stage.takeNumber(number);

  const { data: base } = await octokit.rest.git.getRef({ ...own, ref: `heads/${fork.default_branch}` });
  await octokit.rest.git.createRef({ ...own, ref: `refs/heads/${sample.branch}`, sha: base.object.sha }).catch(async (fault: unknown) => {
    // A former start was killed between the branch and the pull request: begin the branch again.
    if (!isTaken(fault)) throw fault;
    await octokit.rest.git.updateRef({ ...own, ref: `heads/${sample.branch}`, sha: base.object.sha, force: true });
  });
  await octokit.rest.repos.createOrUpdateFileContents({
    ...own,
    branch: sample.branch,
    path: sample.path(number),
    message: `Add ${sample.title}`,
    content: Buffer.from(sample.content(number)).toString("base64"),
  });
  const { data: pull } = await octokit.rest.pulls.create({
    ...target,
    base: fork.default_branch,
    head: `${own.owner}:${sample.branch}`,
    title: sample.title,
    body: sample.body,
  });
  return pull.number;
}

function isTaken(fault: unknown): boolean {
  return fault instanceof Error && "status" in fault && fault.status === 422;
}
