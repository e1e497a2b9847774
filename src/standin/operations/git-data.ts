import { requireRole } from "../access/authorize.ts";
import { checkPath, signatureOf } from "../acts/files.ts";
import { moveRef } from "../acts/move-ref.ts";
import { Fail, notFound } from "../fail.ts";
import { changeTree, emptyTree, isAncestor, type Mode, type PathChange, walkTree } from "../git/index.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { OtherMedia, operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { inLines, signature } from "./contents.ts";
import { findRevision } from "./find.ts";

/** A recursive listing stops here and says `truncated`. */
const mostEntries = 100_000;
const modes = ["100644", "100755", "040000", "160000", "120000"] as const satisfies readonly Mode[];

export const gitOperations = [
  operation("git/create-blob", { on: "POST /repos/{owner}/{repo}/git/blobs", status: 201, needs: ["contents:write"] }, (context) => {
    const { hub, caller, repository, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const encoding = body.choice("encoding", ["utf-8", "base64"]) ?? "utf-8";
    const sha = repository.objects.putBlob(Buffer.from(body.text("content"), encoding === "base64" ? "base64" : "utf8"));
    return { sha, url: `${view.repositoryUrl(hub, repository)}/git/blobs/${sha}` };
  }),

  operation("git/get-blob", { on: "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", needs: ["contents:read"] }, (context) => {
    const { hub, repository, path, accept } = context;
    const data = repository.objects.blob(path.file_sha);
    if (!data) throw notFound();
    if (accept.includes("raw")) return new OtherMedia("application/vnd.github.raw; charset=utf-8", data);
    return {
      sha: path.file_sha,
      node_id: view.nodeId("Blob", `${repository.id}:${path.file_sha}`),
      size: data.length,
      url: `${view.repositoryUrl(hub, repository)}/git/blobs/${path.file_sha}`,
      content: inLines(data.toString("base64")),
      encoding: "base64",
    };
  }),

  operation("git/create-tree", { on: "POST /repos/{owner}/{repo}/git/trees", status: 201, needs: ["contents:write"] }, (context) => {
    const { hub, caller, repository, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const baseName = body.optionalText("base_tree");
    const base = baseName === undefined ? emptyTree : treeOf(repository, baseName);
    if (base === undefined) throw new Fail(422, "base_tree is not a valid tree oid");
    const entries = body.objects("tree") ?? [];
    const sha = changeTree(repository.objects, base, new Map(entries.map((entry) => treeChange(repository, entry))));
    return treeView(hub, repository, sha, false);
  }),

  operation("git/get-tree", { on: "GET /repos/{owner}/{repo}/git/trees/{tree_sha}", needs: ["contents:read"] }, (context) => {
    const { hub, repository, path, query } = context;
    const sha = treeOf(repository, path.tree_sha);
    if (sha === undefined) throw notFound();
    return treeView(hub, repository, sha, query.recursive !== undefined);
  }),

  operation("git/create-commit", { on: "POST /repos/{owner}/{repo}/git/commits", status: 201, needs: ["contents:write"] }, (context) => {
    const { hub, caller, actor, repository, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const tree = body.text("tree");
    if (!repository.objects.tree(tree)) throw new Fail(422, "Tree SHA does not exist");
    const parents = body.texts("parents") ?? [];
    if (parents.some((parent) => !repository.objects.commit(parent)))
      throw new Fail(422, "Parent SHA does not exist or is not a commit object");
    const author = signature(hub, body.object("author")) ?? signatureOf(hub, actor.account);
    const committer = signature(hub, body.object("committer")) ?? author;
    const sha = repository.objects.putCommit({ tree, parents, author, committer, message: body.text("message") });
    return view.gitCommit(hub, repository, sha);
  }),

  operation("git/get-commit", { on: "GET /repos/{owner}/{repo}/git/commits/{commit_sha}", needs: ["contents:read"] }, (context) => {
    const { hub, repository, path } = context;
    if (!repository.objects.commit(path.commit_sha)) throw notFound();
    return view.gitCommit(hub, repository, path.commit_sha);
  }),

  operation("git/get-ref", { on: "GET /repos/{owner}/{repo}/git/ref/{ref}", needs: ["contents:read"] }, ({ hub, repository, path }) => {
    const ref = `refs/${path.ref}`;
    const sha = /^pull\/\d+\/head$/.test(path.ref) ? findRevision(repository, path.ref) : repository.refs.get(ref);
    if (sha === undefined) throw notFound();
    return refView(hub, repository, ref, sha);
  }),

  operation("git/list-matching-refs", { on: "GET /repos/{owner}/{repo}/git/matching-refs/{ref}", needs: ["contents:read"] }, (context) => {
    const { hub, repository, path } = context;
    const refs = [...repository.refs].filter(([ref]) => ref.startsWith(`refs/${path.ref}`)).sort(([a], [b]) => (a < b ? -1 : 1));
    return refs.map(([ref, sha]) => refView(hub, repository, ref, sha));
  }),

  operation("git/create-ref", { on: "POST /repos/{owner}/{repo}/git/refs", status: 201, needs: ["contents:write"] }, (context) => {
    const { hub, caller, actor, repository, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const ref = body.text("ref");
    const sha = body.text("sha");
    if (!/^refs\/(heads|tags)\/[^\s~^:?*[\\]+$/.test(ref) || ref.includes("..") || ref.endsWith(".lock")) {
      throw new Fail(422, `${ref} is not a valid ref name.`);
    }
    if (!repository.objects.commit(sha)) throw new Fail(422, "Object does not exist");
    if (repository.refs.has(ref)) throw new Fail(422, "Reference already exists");
    moveRef(hub, actor, repository, ref, sha);
    return refView(hub, repository, ref, sha);
  }),

  operation("git/update-ref", { on: "PATCH /repos/{owner}/{repo}/git/refs/{ref}", needs: ["contents:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const ref = `refs/${path.ref}`;
    const sha = body.text("sha");
    const before = repository.refs.get(ref);
    if (before === undefined) throw new Fail(422, "Reference does not exist");
    if (!repository.objects.commit(sha)) throw new Fail(422, "Object does not exist");
    if (body.flag("force") !== true && !isAncestor(repository.objects, before, sha)) throw new Fail(422, "Update is not a fast forward");
    moveRef(hub, actor, repository, ref, sha);
    return refView(hub, repository, ref, sha);
  }),

  operation("git/delete-ref", { on: "DELETE /repos/{owner}/{repo}/git/refs/{ref}", status: 204, needs: ["contents:write"] }, (context) => {
    const { hub, caller, actor, repository, path } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const ref = `refs/${path.ref}`;
    if (!repository.refs.has(ref)) throw new Fail(422, "Reference does not exist");
    if (ref === `refs/heads/${repository.defaultBranch}`) throw new Fail(422, "Cannot delete the default branch");
    moveRef(hub, actor, repository, ref, null);
    return undefined;
  }),
];

function treeChange(repository: Repository, entry: JsonFields): [string, PathChange] {
  const path = entry.text("path");
  checkPath(path);
  const mode = entry.choice("mode", modes) ?? "100644";
  const sha = entry.textOrNull("sha");
  if (sha === null) return [path, null];
  if (sha === undefined) return [path, { mode, sha: repository.objects.putBlob(Buffer.from(entry.text("content"), "utf8")) }];
  const wanted = mode === "040000" ? "tree" : "blob";
  // A submodule names a commit of another repository, which nobody can look up here.
  if (mode !== "160000" && repository.objects.typeOf(sha) !== wanted) throw new Fail(422, `tree.sha ${sha} is not a valid ${wanted}`);
  return [path, { mode, sha }];
}

/** The tree that a tree id, commit id or branch name stands for. */
function treeOf(repository: Repository, name: string): string | undefined {
  if (repository.objects.tree(name)) return name;
  const commit = findRevision(repository, name);
  return commit === undefined ? undefined : repository.objects.knownCommit(commit).tree;
}

function treeView(hub: Hub, repository: Repository, sha: string, recursive: boolean) {
  const { objects } = repository;
  const url = `${view.repositoryUrl(hub, repository)}/git`;
  const tree: view.Schemas["git-tree"]["tree"] = [];
  let truncated = false;
  const top = (objects.tree(sha) ?? []).map((entry) => ({ ...entry, path: entry.name }));
  for (const entry of recursive ? walkTree(objects, sha) : top) {
    if (tree.length >= mostEntries) {
      truncated = true;
      break;
    }
    const type = entry.mode === "040000" ? "tree" : entry.mode === "160000" ? "commit" : "blob";
    const size = objects.blob(entry.sha)?.length;
    tree.push({
      path: entry.path,
      mode: entry.mode,
      type,
      sha: entry.sha,
      ...(size === undefined ? {} : { size }),
      ...(type === "commit" ? {} : { url: `${url}/${type}s/${entry.sha}` }),
    });
  }
  return { sha, url: `${url}/trees/${sha}`, tree, truncated };
}

function refView(hub: Hub, repository: Repository, ref: string, sha: string) {
  const url = `${view.repositoryUrl(hub, repository)}/git`;
  return {
    ref,
    node_id: view.nodeId("Ref", `${repository.id}:${ref}`),
    url: `${url}/${ref}`,
    object: { sha, type: "commit", url: `${url}/commits/${sha}` },
  };
}
