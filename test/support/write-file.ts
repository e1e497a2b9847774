import type { Octokit } from "@octokit/rest";

/** Commits another text of one file to a branch, as anybody who may push there would; the text is empty where there is no file. */
export async function writeFile(
  octokit: Octokit,
  place: { readonly owner: string; readonly repo: string; readonly branch: string },
  path: string,
  change: (text: string) => string,
): Promise<void> {
  const { branch, ...repository } = place;
  const { data: tree } = await octokit.rest.git.getTree({ ...repository, tree_sha: branch, recursive: "true" });
  const known = tree.tree.find((entry) => entry.path === path);
  const blob = known === undefined ? null : (await octokit.rest.git.getBlob({ ...repository, file_sha: known.sha })).data;
  const text = change(blob === null ? "" : Buffer.from(blob.content, "base64").toString("utf8"));
  await octokit.rest.repos.createOrUpdateFileContents({
    ...repository,
    branch,
    path,
    message: `Change ${path}`,
    content: Buffer.from(text).toString("base64"),
    ...(blob !== null && { sha: blob.sha }),
  });
}
