import { eventually, openProposal } from "../test/support/open-proposal.ts";
import { proposalText } from "../test/support/proposal-text.ts";
import { startSandboxProcess } from "../test/support/sandbox-process.ts";
import { quantile } from "./quantile.ts";

/** Milliseconds from the creation of a pull request to its first label, one after another, as a stranger sees it. */
export async function measureFirstLabel(count: number, paced: boolean): Promise<readonly number[]> {
  const sandbox = await startSandboxProcess({ options: ["--no-samples", ...(paced ? ["--paced"] : [])] });
  const { owner, repo } = sandbox.file;
  const { octokit } = sandbox.stranger();
  const times: number[] = [];
  try {
    for (let index = 1; index <= count; index++) {
      const number = await openProposal(
        octokit,
        { owner, repo },
        {
          branch: `bench-${index}`,
          path: `seps/0000-bench-${index}.md`,
          text: proposalText({ title: `Bench ${index}` }),
          title: `Bench ${index}`,
        },
      );
      const created = performance.now();
      await eventually(async () => {
        const { data } = await octokit.rest.issues.listLabelsOnIssue({ owner, repo, issue_number: number });
        return data.length > 0 ? data : null;
      }, `a label on #${number}`);
      times.push(performance.now() - created);
    }
  } finally {
    await sandbox.stop();
  }
  return times;
}

export async function benchLatency(): Promise<void> {
  const fast = await measureFirstLabel(20, false);
  console.log(
    `first label, full speed: p50 ${quantile(fast, 0.5).toFixed(0)} ms, p95 ${quantile(fast, 0.95).toFixed(0)} ms (20 one after another; aim: p95 under 1,000)`,
  );
  const paced = await measureFirstLabel(5, true);
  console.log(
    `first label, paced:      p50 ${quantile(paced, 0.5).toFixed(0)} ms, max ${Math.max(...paced).toFixed(0)} ms (5 one at a time; aim: under 3,000)`,
  );
}
