import type { ChangedFile } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { Candidate } from "./subject.ts";

type Scope = Pick<Governance["project"]["proposals"], "folder" | "ignore">;

/** The changed files that are, become or cease to be proposals, by path. */
export function findCandidates(files: readonly ChangedFile[], scope: Scope): readonly Candidate[] {
  return files
    .flatMap((file): readonly Candidate[] => {
      const is = isProposalPath(file.path, scope);
      const was = file.change === "renamed" ? isProposalPath(file.previousPath ?? "", scope) : is && !isAdded(file);
      if (!is) return was ? [{ path: file.previousPath ?? file.path, role: "gone", file }] : [];
      if (file.change === "deleted") return [{ path: file.path, role: "gone", file }];
      return [{ path: file.path, role: was ? "edited" : "new", file }];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const isAdded = ({ change }: ChangedFile) => change === "added" || change === "copied";

/** Directly in the folder, written as a document, and not one of the folder's own pages. */
function isProposalPath(path: string, { folder, ignore }: Scope): boolean {
  if (!path.startsWith(folder)) return false;
  const name = path.slice(folder.length);
  return /^[^/]+\.(?:md|mdx|markdown)$/i.test(name) && !ignore.includes(name);
}
