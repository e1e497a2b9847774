import { eventually } from "./open-proposal.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { writeFile } from "./write-file.ts";

/** What anybody can see of a pull request, at one moment. */
export interface Seen {
  readonly labels: readonly string[];
  /** First line of the status comment. */
  readonly headline: string;
  /** Of the last finished decision, as the status comment publishes it from the ledger; empty while there is none. */
  readonly record: string;
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
  /** The author pushes another text of the proposal's file. */
  push(change: (text: string) => string, expected: (seen: Seen) => boolean): Promise<Seen>;
  /** The author pushes another text of any file; the text is empty where the branch has none. */
  write(path: string, change: (text: string) => string, expected: (seen: Seen) => boolean): Promise<Seen>;
  see(): Promise<Seen>;
  /** Waits for what was done by other means. */
  until(expected: (seen: Seen) => boolean, what: string): Promise<Seen>;
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
      record: /Record of the decision[\s\S]*?<\/details>/.exec(status)?.[0] ?? "",
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

  const write: Story["write"] = async (path, change, expected) => {
    const fork = { owner: pull.head.repo.owner.login, repo: pull.head.repo.name, branch: pull.head.ref };
    await writeFile(sandbox.as(pull.user.login), fork, path, change);
    return await until(expected, `what was pushed to ${path} of #${number} to show`);
  };

  return {
    author: pull.user.login,
    see,
    until,
    async say(login, text, expected) {
      await sandbox.as(login).rest.issues.createComment({ ...issue, body: text });
      return await until(expected, `what ${login} said on #${number} to show: ${text}`);
    },
    async push(change, expected) {
      const { data: files } = await reader.rest.pulls.listFiles({ ...target, pull_number: number });
      return await write(files.find(({ filename }) => filename.endsWith(".md"))?.filename ?? "", change, expected);
    },
    write,
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
