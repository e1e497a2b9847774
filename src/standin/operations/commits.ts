import { compareCommits } from "../facts/comparison.ts";
import { notFound } from "../fail.ts";
import { compareTrees, emptyTree, findEntry, listCommits, patchOf } from "../git/index.ts";
import { OtherMedia, operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findRevision, knownRevision } from "./find.ts";

/** A comparison shows no more files, on its first page only: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const mostCompared = 300;
const mostFiles = 3_000;

export const commitOperations = [
  operation("repos/get-commit", { on: "GET /repos/{owner}/{repo}/commits/{ref}", needs: ["contents:read"] }, (context) => {
    const { hub, repository, path, accept } = context;
    const sha = knownRevision(repository, path.ref);
    if (/\.sha\b/.test(accept)) return new OtherMedia("application/vnd.github.sha; charset=utf-8", sha);
    const files = ownChanges(repository, sha);
    if (/\.(diff|patch)\b/.test(accept))
      return new OtherMedia("application/vnd.github.diff; charset=utf-8", view.diffText(repository.objects, files));
    const patches = files.map((file) => patchOf(repository.objects, file));
    const additions = patches.reduce((sum, patch) => sum + patch.additions, 0);
    const deletions = patches.reduce((sum, patch) => sum + patch.deletions, 0);
    return {
      ...view.commit(hub, repository, sha),
      stats: { additions, deletions, total: additions + deletions },
      files: context.page(files.slice(0, mostFiles), 300).map((file) => view.diffEntry(hub, repository, sha, file)),
    };
  }),

  operation(
    "repos/list-commits",
    { on: "GET /repos/{owner}/{repo}/commits", needs: ["contents:read"] },
    ({ hub, repository, query, page }) => {
      const tip = knownRevision(repository, query.sha ?? repository.defaultBranch);
      const { objects } = repository;
      const all = [...historyOf(repository, tip)].reverse();
      const wantedPath = query.path;
      const chosen =
        wantedPath === undefined
          ? all
          : all.filter((sha) => {
              const commit = objects.knownCommit(sha);
              const parent = commit.parents[0];
              const before = parent === undefined ? undefined : findEntry(objects, objects.knownCommit(parent).tree, wantedPath);
              return findEntry(objects, commit.tree, wantedPath)?.sha !== before?.sha;
            });
      return page(chosen).map((sha) => view.commit(hub, repository, sha));
    },
  ),

  operation(
    "repos/compare-commits-with-basehead",
    { on: "GET /repos/{owner}/{repo}/compare/{basehead}", needs: ["contents:read"] },
    (context) => {
      const { hub, repository, path, accept, query } = context;
      const [baseName = "", headName = ""] = path.basehead.split("...");
      const base = revisionInNetwork(hub, repository, baseName);
      const head = revisionInNetwork(hub, repository, headName);
      const { mergeBase, files, commits } = compareCommits(repository.objects, base, head);
      if (mergeBase === undefined) throw notFound();
      if (/\.(diff|patch)\b/.test(accept))
        return new OtherMedia("application/vnd.github.diff; charset=utf-8", view.diffText(repository.objects, files));
      const behind = listCommits(repository.objects, head, base).length;
      const ahead = commits.length;
      const page = view.repositoryPage(hub, repository);
      const firstPage = query.page === undefined || query.page === "1";
      return {
        url: `${view.repositoryUrl(hub, repository)}/compare/${path.basehead}`,
        html_url: `${page}/compare/${path.basehead}`,
        permalink_url: `${page}/compare/${base.slice(0, 7)}...${head.slice(0, 7)}`,
        diff_url: `${page}/compare/${path.basehead}.diff`,
        patch_url: `${page}/compare/${path.basehead}.patch`,
        base_commit: view.commit(hub, repository, base),
        merge_base_commit: view.commit(hub, repository, mergeBase),
        status: relation(ahead, behind),
        ahead_by: ahead,
        behind_by: behind,
        total_commits: ahead,
        commits: context.page(commits, 250).map((sha) => view.commit(hub, repository, sha)),
        files: firstPage ? files.slice(0, mostCompared).map((file) => view.diffEntry(hub, repository, head, file)) : [],
      };
    },
  ),
];

function relation(ahead: number, behind: number): "diverged" | "ahead" | "behind" | "identical" {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

/** `branch`, a sha, or `owner:branch` of a repository in the same network. */
function revisionInNetwork(hub: Hub, repository: Repository, name: string): string {
  const parts = name.split(":");
  const owner = parts.length > 1 ? parts[0]?.toLowerCase() : undefined;
  const home =
    owner === undefined || owner === repository.owner.login.toLowerCase()
      ? repository
      : [...hub.store.repositories.values()].find(
          (other) => other.owner.login.toLowerCase() === owner && view.rootOf(other) === view.rootOf(repository),
        );
  const sha = home && findRevision(home, parts.at(-1) ?? "");
  if (sha === undefined) throw notFound();
  return sha;
}

function ownChanges(repository: Repository, sha: string) {
  const { objects } = repository;
  const commit = objects.knownCommit(sha);
  const parent = commit.parents[0];
  return compareTrees(objects, parent === undefined ? emptyTree : objects.knownCommit(parent).tree, commit.tree);
}

function historyOf(repository: Repository, tip: string): string[] {
  const { objects } = repository;
  const seen = new Set<string>();
  const waiting = [tip];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (seen.has(sha)) continue;
    seen.add(sha);
    waiting.push(...objects.knownCommit(sha).parents);
  }
  return [...seen].sort((a, b) => objects.generation(a) - objects.generation(b) || (a < b ? -1 : 1));
}
