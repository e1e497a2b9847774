import type { ChangedFile } from "../domain/snapshot.ts";
import type { FinalInput } from "./final-judgement.ts";

/** The changed files of a pull request by what they are to R7.1; each stands in one list. */
export interface ChangedPages {
  readonly schema: readonly ChangedFile[];
  readonly changelog: readonly ChangedFile[];
  /** Below the specification's paths. */
  readonly text: readonly ChangedFile[];
  /** Other documents, none of them the proposal. */
  readonly documents: readonly ChangedFile[];
}

type Facts = Pick<FinalInput, "files" | "schemaFiles" | "changelogPaths" | "specificationPaths" | "proposalFile">;

export function sortChangedFiles({ files, schemaFiles, changelogPaths, specificationPaths, proposalFile }: Facts): ChangedPages {
  const folder = proposalFile.slice(0, proposalFile.lastIndexOf("/") + 1);
  // The proposal's page on the site is made from its file: `docs/seps/7-frames.mdx` from `seps/7-frames.md`.
  const name = proposalFile.slice(folder.length).replace(/\.[^.]*$/, "");
  const isProposal = (path: string) => path === proposalFile || path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "") === name;
  const has = (paths: readonly string[], { path, previousPath }: ChangedFile) =>
    paths.some((each) => [path, previousPath].some((one) => one === each || (each.endsWith("/") && one?.startsWith(each) === true)));
  const schema = files.filter((file) => has(schemaFiles, file));
  const changelog = files.filter((file) => !schema.includes(file) && has(changelogPaths, file));
  const rest = files.filter((file) => !schema.includes(file) && !changelog.includes(file) && !isProposal(file.path));
  const text = rest.filter((file) => has(specificationPaths, file));
  const documents = rest.filter((file) => !text.includes(file) && /\.mdx?$/i.test(file.path));
  return { schema, changelog, text, documents };
}
