import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { changeTree, emptyTree, ObjectStore, type PathChange } from "../../src/standin/git/index.ts";
import { walkHistory } from "../../src/standin/graphql/history.ts";
import { seededRandom } from "../../src/standin/random.ts";

const paths = ["a", "folder/b", "folder/c"];

/** A random history with merges, made in the stand-in's store and, as a stream, for git itself. */
function makeHistory(seed: number): { objects: ObjectStore; tip: string; stream: string } {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const objects = new ObjectStore();
  const commits: string[] = [];
  const lines: string[] = [];
  for (let at = 1; at <= 30; at += 1) {
    const parents = [...new Set([commits.at(-1), random() < 0.4 ? pick(commits.slice(-6)) : undefined])].filter(
      (parent) => parent !== undefined,
    );
    // A merge takes its first parent's tree; now and then the other's, or a change of its own.
    const [from] = random() < 0.3 ? parents.toReversed() : parents;
    const changes = new Map<string, PathChange>();
    const isMerge = parents.length > 1;
    if (!isMerge || random() < 0.2) {
      const path = pick(paths) ?? "a";
      const text = random() < 0.2 ? null : String(Math.floor(random() * 3));
      changes.set(path, text === null ? null : { mode: "100644", sha: objects.putBlob(Buffer.from(text)) });
    }
    const tree = changeTree(objects, from === undefined ? emptyTree : objects.knownCommit(from).tree, changes);
    const by = { name: "A", email: "a@example.org", seconds: 1_700_000_000 + at * 60 };
    const sha = objects.putCommit({ tree, parents, author: by, committer: by, message: `${at}` });
    if (commits.includes(sha)) continue;
    commits.push(sha);
    const mark = (parent: string) => `:${commits.indexOf(parent) + 1}`;
    lines.push(
      "commit refs/heads/main",
      `mark :${commits.length}`,
      `author A <a@example.org> ${by.seconds} +0000`,
      `committer A <a@example.org> ${by.seconds} +0000`,
      `data ${String(at).length}\n${at}`,
      ...parents.map((parent, index) => `${index === 0 ? "from" : "merge"} ${mark(parent)}`),
      // The whole tree anew: a stream otherwise goes on from the first parent's.
      "deleteall",
      ...listing(objects, tree),
    );
  }
  return { objects, tip: commits.at(-1) ?? "", stream: `${lines.join("\n")}\n` };
}

function listing(objects: ObjectStore, tree: string, folder = ""): string[] {
  return (objects.tree(tree) ?? []).flatMap(({ name, mode, sha }) => {
    if (mode === "040000") return listing(objects, sha, `${folder}${name}/`);
    const text = objects.blob(sha)?.toString("utf8") ?? "";
    return [`M 100644 inline ${folder}${name}`, `data ${text.length}\n${text}`];
  });
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])("the history of a path is the one that git tells, over merges and deletions (seed %s)", (seed) => {
  const { objects, tip, stream } = makeHistory(seed);
  const folder = mkdtempSync(join(tmpdir(), "history-"));
  const git = (input: string, ...args: string[]) =>
    execFileSync("git", args, { cwd: folder, input, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
  try {
    git("", "init", "--quiet", "--bare");
    git(stream, "fast-import", "--quiet");

    expect(git("", "rev-parse", "refs/heads/main").trim()).toBe(tip);
    for (const path of [...paths, "folder", "never", null]) {
      const told = git("", "log", "--format=%H", "refs/heads/main", ...(path === null ? [] : ["--", path]));
      expect([path, [...walkHistory(objects, tip, path)]]).toEqual([path, told.split("\n").filter((line) => line !== "")]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
