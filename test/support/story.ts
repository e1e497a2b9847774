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
  /** The author pushes another text of the proposal's one file. */
  push(change: (text: string) => string, expected: (seen: Seen) => boolean): Promise<Seen>;
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

  /** In vain, it tells what was seen last: without it nobody can say what went wrong. */
  async function until(expected: (seen: Seen) => boolean, what: string): Promise<Seen> {
    let last: Seen | null = null;
    const matching = async (): Promise<Seen | null> => {
      last = await see();
      return expected(last) ? last : null;
    };
    try {
      return await eventually(matching, what);
    } catch (cause) {
      throw new Error(`${what}; seen last: ${JSON.stringify(last, null, 2)}`, { cause });
    }
  }

  return {
    author: pull.user.login,
    see,
    async say(login, text, expected) {
      await sandbox.as(login).rest.issues.createComment({ ...issue, body: text });
      return await until(expected, `what ${login} said on #${number} to show: ${text}`);
    },
    async push(change, expected) {
      const { octokit, fork } = { octokit: sandbox.as(pull.user.login), fork: pull.head.repo };
      const { data: files } = await octokit.rest.pulls.listFiles({ ...target, pull_number: number });
      const path = files[0]?.filename ?? "";
      const own = { owner: fork.owner.login, repo: fork.name };
      const { data: file } = await octokit.rest.repos.getContent({ ...own, path, ref: pull.head.ref });
      if (Array.isArray(file) || file.type !== "file") throw new Error(`${path} is no file`);
      const text = change(Buffer.from(file.content, "base64").toString("utf8"));
      const content = Buffer.from(text).toString("base64");
      await octokit.rest.repos.createOrUpdateFileContents({
        ...own,
        path,
        branch: pull.head.ref,
        sha: file.sha,
        message: "Change the text",
        content,
      });
      return await until(expected, `what was pushed to #${number} to show`);
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
