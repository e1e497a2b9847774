import { requireRole } from "../access/authorize.ts";
import { checkPath, commitFiles } from "../acts/files.ts";
import { Fail, notFound } from "../fail.ts";
import { findEntry, type Signature, type TreeEntry } from "../git/index.ts";
import type { JsonFields } from "../http/json-fields.ts";
import { OtherMedia, operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../store/index.ts";
import * as view from "../view/index.ts";
import { knownRevision } from "./find.ts";

/** Larger files come without content, as `encoding: none`: https://docs.github.com/en/rest/repos/contents */
const largestInline = 1_000_000;
const largest = 100_000_000;
/** A folder shows its first thousand entries. */
const mostEntries = 1_000;

export const contentOperations = [
  operation("repos/get-content", { on: "GET /repos/{owner}/{repo}/contents/{path}", needs: ["contents:read"] }, (context) => {
    const { hub, repository, path, query, accept } = context;
    const ref = query.ref ?? repository.defaultBranch;
    const commit = repository.objects.knownCommit(knownRevision(repository, ref));
    const entry = findEntry(repository.objects, commit.tree, path.path);
    if (!entry) throw notFound();
    const data = repository.objects.blob(entry.sha);
    if (data && accept.includes("raw")) return new OtherMedia("application/vnd.github.raw; charset=utf-8", data);
    if (entry.mode === "040000") {
      const entries = repository.objects.tree(entry.sha) ?? [];
      return entries.slice(0, mostEntries).map((child) => folderEntry(hub, repository, ref, join(path.path, child.name), child));
    }
    return content(hub, repository, ref, path.path.replaceAll(/^\/|\/$/g, ""), entry);
  }),

  operation(
    "repos/create-or-update-file-contents",
    { on: "PUT /repos/{owner}/{repo}/contents/{path}", needs: ["contents:write"] },
    (context) => {
      const { hub, caller, actor, repository, path, body } = context;
      requireRole(hub, caller, repository, "write", notFound);
      checkPath(path.path);
      const branch = body.optionalText("branch") ?? repository.defaultBranch;
      const present = checkSha(repository, branch, path.path, body.optionalText("sha"));
      const sha = repository.objects.putBlob(Buffer.from(body.text("content"), "base64"));
      const mode = present?.mode === "100755" ? "100755" : "100644";
      const commit = commitFiles(hub, actor, repository, {
        branch,
        message: body.text("message"),
        changes: new Map([[path.path, { mode, sha }]]),
        ...people(hub, body),
      });
      if (!present) context.setStatus(201);
      const entry = { name: path.path.split("/").at(-1) ?? "", mode, sha } as const;
      const { download_url, ...file } = folderEntry(hub, repository, branch, path.path, entry);
      return { content: { ...file, download_url: download_url ?? "" }, commit: view.gitCommit(hub, repository, commit) };
    },
  ),

  operation("repos/delete-file", { on: "DELETE /repos/{owner}/{repo}/contents/{path}", needs: ["contents:write"] }, (context) => {
    const { hub, caller, actor, repository, path, body } = context;
    requireRole(hub, caller, repository, "write", notFound);
    const branch = body.optionalText("branch") ?? context.query.branch ?? repository.defaultBranch;
    const present = checkSha(repository, branch, path.path, body.optionalText("sha") ?? context.query.sha);
    if (!present) throw notFound();
    const changes = new Map([[path.path, null]]);
    const message = body.optionalText("message") ?? context.query.message ?? `Delete ${path.path}`;
    const commit = commitFiles(hub, actor, repository, { branch, message, changes, ...people(hub, body) });
    return { content: null, commit: view.gitCommit(hub, repository, commit) };
  }),
];

// Both a stale and a missing sha are refused: a change has to name what it replaces.
function checkSha(repository: Repository, branch: string, path: string, sha: string | undefined): TreeEntry | undefined {
  const tip = repository.refs.get(`refs/heads/${branch}`);
  if (tip === undefined && repository.refs.size > 0) throw new Fail(404, `Branch ${branch} not found`);
  const present = tip === undefined ? undefined : findEntry(repository.objects, repository.objects.knownCommit(tip).tree, path);
  if (present && sha === undefined) throw new Fail(422, `Invalid request.\n\n"sha" wasn't supplied.`);
  if (sha !== undefined && present?.sha !== sha) throw new Fail(409, `${path} does not match ${sha}`);
  return present;
}

function people(hub: Hub, body: JsonFields): { author?: Signature; committer?: Signature } {
  const author = signature(hub, body.object("author"));
  const committer = signature(hub, body.object("committer"));
  return { ...(author ? { author } : {}), ...(committer ? { committer } : {}) };
}

export function signature(hub: Hub, fields: JsonFields | undefined): Signature | undefined {
  if (!fields) return undefined;
  const at = fields.moment("date") ?? hub.clock.milliseconds();
  return { name: fields.text("name"), email: fields.text("email"), seconds: Math.floor(at / 1_000) };
}

function content(hub: Hub, repository: Repository, ref: string, path: string, entry: TreeEntry) {
  const shared = links(hub, repository, ref, path, entry);
  const data = repository.objects.blob(entry.sha);
  if (entry.mode === "160000" || !data)
    return { ...shared, type: "submodule" as const, size: 0, submodule_git_url: `${hub.urls.html}/unknown.git` };
  if (data.length > largest)
    throw new Fail(403, "This API returns blobs up to 100 MB in size. The requested blob is too large to fetch via the API.");
  if (entry.mode === "120000") return { ...shared, type: "symlink" as const, size: data.length, target: data.toString("utf8") };
  const inline = data.length <= largestInline;
  return {
    ...shared,
    type: "file" as const,
    size: data.length,
    encoding: inline ? "base64" : "none",
    content: inline ? inLines(data.toString("base64")) : "",
  };
}

function folderEntry(hub: Hub, repository: Repository, ref: string, path: string, entry: TreeEntry) {
  const data = repository.objects.blob(entry.sha);
  // GitHub lists submodules as files here, for old clients.
  const type = entry.mode === "040000" ? "dir" : entry.mode === "120000" ? "symlink" : "file";
  return { ...links(hub, repository, ref, path, entry), type, size: data?.length ?? 0 } as const;
}

function links(hub: Hub, repository: Repository, ref: string, path: string, entry: TreeEntry) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const url = `${view.repositoryUrl(hub, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const kind = entry.mode === "040000" ? "trees" : "blobs";
  const git = `${view.repositoryUrl(hub, repository)}/git/${kind}/${entry.sha}`;
  const html = `${view.repositoryPage(hub, repository)}/${entry.mode === "040000" ? "tree" : "blob"}/${ref}/${encoded}`;
  const isFile = entry.mode === "100644" || entry.mode === "100755";
  return {
    name: path.split("/").at(-1) ?? "",
    path,
    sha: entry.sha,
    url,
    git_url: git,
    html_url: html,
    download_url: isFile ? `${view.repositoryPage(hub, repository)}/raw/${ref}/${encoded}` : null,
    _links: { self: url, git, html },
  };
}

// GitHub breaks base64 into lines of 60.
export function inLines(base64: string): string {
  return base64.replaceAll(/.{1,60}/g, "$&\n");
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder.replaceAll(/^\/|\/$/g, "")}/${name}`;
}
