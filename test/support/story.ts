import { eventually } from "./open-proposal.ts";
import type { SandboxProcess } from "./sandbox-process.ts";

/** What anybody can see of a pull request, at one moment. */
export interface Seen {
  readonly labels: readonly string[];
  /** First line of the status comment. */
  readonly headline: string;
  readonly replies: readonly string[];
  readonly check: string;
  /** Of the App, on people's comments. */
  readonly thanked: number;
}

/** Acts on one pull request of a sandbox as people do: comments with their own tokens, and the clock moved on. */
export interface Story {
  readonly author: string;
  /** Comments as somebody, and waits until what is seen is as expected. */
  say(login: string, text: string, expected: (seen: Seen) => boolean): Promise<Seen>;
  /** Moves the sandbox's clock, `11d`, and waits likewise. */
  later(time: string, expected: (seen: Seen) => boolean): Promise<Seen>;
  see(): Promise<Seen>;
}

export async function tellStory(sandbox: SandboxProcess, number: number): Promise<Story> {
  const target = { owner: sandbox.file.owner, repo: sandbox.file.repo };
  const reader = sandbox.stranger().octokit;
  const issue = { ...target, issue_number: number };
  const { data: pull } = await reader.rest.pulls.get({ ...target, pull_number: number });

  async function see(): Promise<Seen> {
    const { data: now } = await reader.rest.pulls.get({ ...target, pull_number: number });
    const { data: comments } = await reader.rest.issues.listComments({ ...issue, per_page: 100 });
    const { data: checks } = await reader.rest.checks.listForRef({ ...target, ref: now.head.sha });
    const own = comments.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? "");
    const status = own.find((body) => body.includes("<!-- steward:status")) ?? "";
    const latest = checks.check_runs.toSorted((a, b) => b.id - a.id)[0];
    return {
      labels: now.labels.map(({ name }) => name),
      headline: status.split("\n")[0] ?? "",
      replies: own.filter((body) => body.includes("<!-- steward:reply")),
      check: `${latest?.conclusion}: ${latest?.output.title}`,
      thanked: comments.reduce((sum, { reactions }) => sum + (reactions?.["+1"] ?? 0), 0),
    };
  }

  const until = (expected: (seen: Seen) => boolean, what: string) =>
    eventually(async () => {
      const seen = await see();
      return expected(seen) ? seen : null;
    }, what);

  return {
    author: pull.user.login,
    see,
    async say(login, text, expected) {
      await sandbox.as(login).rest.issues.createComment({ ...issue, body: text });
      return await until(expected, `what ${login} said on #${number} to show: ${text}`);
    },
    async later(time, expected) {
      await fetch(`${sandbox.file.web}/sandbox/clock`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ advance: time }),
      });
      return await until(expected, `#${number} ${time} later`);
    },
  };
}
