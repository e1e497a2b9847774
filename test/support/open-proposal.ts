import type { Octokit } from "@octokit/rest";

/** An alias, not an interface: Octokit's parameters ask for an index signature. */
export type Repository = { readonly owner: string; readonly repo: string };

/** Forks, branches, adds one file and opens a pull request, as any contributor with any GitHub client would. */
export async function openProposal(
  octokit: Octokit,
  repository: Repository,
  proposal: { readonly branch: string; readonly path: string; readonly text: string; readonly title: string },
): Promise<number> {
  const { data: fork } = await octokit.rest.repos.createFork(repository);
  const own = { owner: fork.owner.login, repo: fork.name };
  const { data: base } = await octokit.rest.git.getRef({ ...own, ref: `heads/${fork.default_branch}` });
  await octokit.rest.git.createRef({ ...own, ref: `refs/heads/${proposal.branch}`, sha: base.object.sha });
  await octokit.rest.repos.createOrUpdateFileContents({
    ...own,
    branch: proposal.branch,
    path: proposal.path,
    message: `Add ${proposal.path}`,
    content: Buffer.from(proposal.text).toString("base64"),
  });
  const { data: pull } = await octokit.rest.pulls.create({
    ...repository,
    base: fork.default_branch,
    head: `${own.owner}:${proposal.branch}`,
    title: proposal.title,
    body: "",
  });
  return pull.number;
}

/** Asks until the answer is there, at most `seconds`; for flows that end when GitHub shows something. */
export async function eventually<T>(read: () => Promise<T | null>, what: string, seconds = 20): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (value !== null) return value;
    if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
