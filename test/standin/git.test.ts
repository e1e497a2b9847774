import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import {
  changeTree,
  compareTrees,
  emptyTree,
  findMergeBase,
  listCommits,
  mergeCommits,
  ObjectStore,
  patchOf,
} from "../../src/standin/git/index.ts";

const by = { name: "Ada", email: "ada@example.org", seconds: 1_700_000_000 };

function git(folder: string, ...args: string[]): string {
  const date = `${by.seconds} +0000`;
  const identity = { GIT_AUTHOR_NAME: by.name, GIT_AUTHOR_EMAIL: by.email, GIT_COMMITTER_NAME: by.name, GIT_COMMITTER_EMAIL: by.email };
  const env = { PATH: process.env.PATH, HOME: folder, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...identity };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8" }).trim();
}

/** A store with a helper that commits whole sets of files. */
function history() {
  const objects = new ObjectStore();
  const commit = (files: Readonly<Record<string, string>>, ...parents: string[]) => {
    const changes = new Map(
      Object.entries(files).map(([path, text]) => [path, { mode: "100644" as const, sha: objects.putBlob(Buffer.from(text)) }]),
    );
    return objects.putCommit({ tree: changeTree(objects, emptyTree, changes), parents, author: by, committer: by, message: "m" });
  };
  return { objects, commit };
}

function onlyPatch(before: string, after: string) {
  const { objects, commit } = history();
  const [from, to] = [commit({ f: before, other: "x" }), commit({ f: after, other: "x" })].map((sha) => objects.knownCommit(sha).tree);
  const [change] = compareTrees(objects, from ?? "", to ?? "");
  if (!change) throw new Error("nothing changed");
  return patchOf(objects, change);
}

describe("objects", () => {
  test("have the ids that git gives them, for names that sort oddly, links, folders and parents", () => {
    const folder = mkdtempSync(join(tmpdir(), "standin-git-"));
    const files = { "a.md": "a\n", "a/b.md": "b\n", "a-b": "c", "ä/ü.txt": "d\n", "z/y/x": "" };
    try {
      git(folder, "init", "--quiet");
      for (const [path, text] of Object.entries(files)) {
        execFileSync("mkdir", ["-p", join(folder, path, "..")]);
        writeFileSync(join(folder, path), text);
      }
      symlinkSync("a.md", join(folder, "link"));
      git(folder, "add", ".");
      const tree = git(folder, "write-tree");
      const first = git(folder, "commit-tree", tree, "-m", "Ersté\n\nwith a body");
      const second = git(folder, "commit-tree", tree, "-p", first, "-m", "second");
      const objects = new ObjectStore();
      const put = (text: string) => objects.putBlob(Buffer.from(text));
      const changes = new Map(
        Object.entries(files).map(([path, text]) => [path, { mode: "100644" as "100644" | "120000", sha: put(text) }]),
      );
      changes.set("link", { mode: "120000", sha: put("a.md") });

      const ownTree = changeTree(objects, emptyTree, changes);
      const ownFirst = objects.putCommit({ tree: ownTree, parents: [], author: by, committer: by, message: "Ersté\n\nwith a body\n" });
      const ownSecond = objects.putCommit({ tree: ownTree, parents: [ownFirst], author: by, committer: by, message: "second\n" });

      expect([ownTree, ownFirst, ownSecond]).toEqual([tree, first, second]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("history", () => {
  test("the merge base is the deepest common ancestor, also after criss-cross merges", () => {
    const { objects, commit } = history();
    const root = commit({ f: "0" });
    const a = commit({ f: "a" }, root);
    const b = commit({ f: "b" }, root);
    const ab = commit({ f: "ab" }, a, b);
    const tip = commit({ f: "tip" }, ab);
    const side = commit({ f: "side" }, b);

    expect(findMergeBase(objects, tip, side)).toBe(b);
    expect(findMergeBase(objects, a, b)).toBe(root);
    expect(findMergeBase(objects, tip, tip)).toBe(tip);
    expect(findMergeBase(objects, tip, commit({ f: "alone" }))).toBeUndefined();
  });

  test("a branch brings the commits that its base has not, parents first", () => {
    const { objects, commit } = history();
    const root = commit({ f: "0" });
    const main = commit({ f: "main" }, root);
    const one = commit({ f: "1" }, root);
    const merged = commit({ f: "2" }, one, main);
    const last = commit({ f: "3" }, merged);

    expect(listCommits(objects, main, last)).toEqual([one, merged, last]);
    expect(listCommits(objects, last, main)).toEqual([]);
  });
});

describe("comparison", () => {
  test("tells added, removed, modified, renamed and re-moded files apart", () => {
    const objects = new ObjectStore();
    const put = (text: string) => objects.putBlob(Buffer.from(text));
    const long = Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join("");
    const file = (text: string) => ({ mode: "100644" as const, sha: put(text) });
    const before = changeTree(
      objects,
      emptyTree,
      new Map([
        ["old.md", file(long)],
        ["gone", file("gone, all of it")],
        ["same", file("s")],
        ["run", file("r")],
        ["d/e", file("1\n")],
      ]),
    );
    const after = changeTree(
      objects,
      emptyTree,
      new Map<string, { mode: "100644" | "100755"; sha: string }>([
        ["new.md", file(`${long}more\n`)],
        ["same", file("s")],
        ["run", { mode: "100755", sha: put("r") }],
        ["d/e", file("2\n")],
        ["fresh", file("")],
      ]),
    );

    const changes = compareTrees(objects, before, after).map(({ path, previousPath, status }) => [path, status, previousPath]);

    expect(changes).toEqual([
      ["d/e", "modified", null],
      ["fresh", "added", null],
      ["gone", "removed", null],
      ["new.md", "renamed", "old.md"],
      ["run", "changed", null],
    ]);
  });

  test("a file that became a folder is gone, and what is in the folder has come", () => {
    const { objects, commit } = history();
    const [before, after] = [commit({ a: "1", "a.b": "s" }), commit({ "a.b": "s", "a/c": "2" })].map(
      (sha) => objects.knownCommit(sha).tree,
    );

    const changes = compareTrees(objects, before ?? "", after ?? "");

    expect(changes.map(({ path, status }) => [path, status])).toEqual([
      ["a", "removed"],
      ["a/c", "added"],
    ]);
  });

  test.each([
    ["an added file", "", "a\nb\n", "@@ -0,0 +1,2 @@\n+a\n+b", 2, 0],
    ["a removed text", "a\n", "", "@@ -1 +0,0 @@\n-a", 0, 1],
    ["a file without a last newline", "", "a", "@@ -0,0 +1 @@\n+a\n\\ No newline at end of file", 1, 0],
    ["one changed line", "a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c", 1, 1],
  ])("writes the patch of %s as GitHub does", (_, before, after, text, additions, deletions) => {
    expect(onlyPatch(before, after)).toEqual({ text, additions, deletions });
  });

  test("a text rewritten line by line is shown as one hunk", () => {
    const text = (word: string) => Array.from({ length: 2_000 }, (_, line) => `${word} ${line}\n`).join("");

    const patch = onlyPatch(text("old"), text("new"));

    expect([patch.additions, patch.deletions, patch.text?.split("\n").length]).toEqual([2_000, 2_000, 4_001]);
  });

  test("binary and very large files have no patch", () => {
    const noise = (seed: number) => Array.from({ length: 60_000 }, (_, line) => `${(line * seed) % 7919}\n`).join("");

    expect(onlyPatch("a", "b\0c").text).toBeNull();
    expect(onlyPatch("", "x\n".repeat(2_500_000)).text).toBeNull();
    expect(onlyPatch(noise(3), noise(5)).text).toBeNull();
  });
});

describe("merging", () => {
  const lines = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ""].join("\n");
  test.each([
    ["changes in different files", { a: "1", b: "2" }, { a: "x", b: "2" }, { a: "1", b: "y" }, { a: "x", b: "y" }],
    [
      "changes far apart in one file",
      { f: lines },
      { f: lines.replace("1", "one") },
      { f: lines.replace("9", "nine") },
      { f: lines.replace("1", "one").replace("9", "nine") },
    ],
    ["the same change on both sides", { f: "1" }, { f: "2" }, { f: "2" }, { f: "2" }],
    ["changes of the same line", { f: lines }, { f: lines.replace("5", "five") }, { f: lines.replace("5", "fünf") }, null],
    ["a change of what the other side deleted", { f: lines, g: "" }, { g: "" }, { f: lines.replace("5", "five"), g: "" }, null],
    ["the same new file with other content", { f: "1" }, { f: "1", n: "a" }, { f: "1", n: "b" }, null],
  ])("%s", (_, base, ours, theirs, expected) => {
    const { objects, commit } = history();
    const root = commit(base);

    const result = mergeCommits(objects, commit(ours, root), commit(theirs, root));

    const wanted = expected && objects.knownCommit(commit(expected)).tree;
    expect(result).toEqual(wanted === null ? { clean: false } : { clean: true, tree: wanted });
  });
});
