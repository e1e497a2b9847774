import type { ChangedFile } from "../domain/snapshot.ts";
import { sha256 } from "../kernel/digest.ts";

/** Where a link of the sponsor leads, as far as the pull request and the names of the repositories tell. */
export type ResolvedLink =
  | { readonly kind: "changed"; readonly link: string; readonly file: ChangedFile }
  /** The pull request as a whole. */
  | { readonly kind: "pull-request"; readonly link: string }
  /** A file of the repository, or a path, that the pull request does not change. */
  | { readonly kind: "unchanged"; readonly link: string; readonly path: string }
  | { readonly kind: "conformance"; readonly link: string }
  /** A section of the proposal. */
  | { readonly kind: "section"; readonly link: string }
  | { readonly kind: "outside"; readonly link: string };

export interface LinkPlaces {
  /** owner/name */
  readonly repository: string;
  readonly pullRequest: number;
  readonly files: readonly ChangedFile[];
  /** owner/name of the conformance repository; null where the constitution names none. */
  readonly conformanceRepository: string | null;
}

const github = /^https?:\/\/(?:www\.)?github\.com\/([^/?#]+)\/([^/?#]+)([^?#]*)(?:\?[^#]*)?(#.*)?$/i;
const reference = /^(?:([\w-]+\/[\w.-]+))?#(\d+)$/;

/** Decides from the text of a link alone; nothing is fetched. */
export function resolveLink(link: string, places: LinkPlaces): ResolvedLink {
  const address = github.exec(link);
  if (address) {
    const [, owner = "", name = "", rest = "", fragment = ""] = address;
    return resolveGitHub({ link, repository: `${owner}/${name.replace(/\.git$/, "")}`, rest: decode(rest), fragment }, places);
  }
  if (/^https?:/i.test(link)) return { kind: "outside", link };
  const number = reference.exec(link);
  if (number) {
    const repository = number[1] ?? places.repository;
    return resolveGitHub({ link, repository, rest: `/pull/${number[2] ?? ""}`, fragment: "" }, places);
  }
  if (link.startsWith("#")) return { kind: "section", link };
  const path = decode(link.replace(/#.*$/s, "")).replace(/^(?:\.?\/)+/, "");
  return ofPath(link, path, places);
}

interface GitHubLink {
  readonly link: string;
  readonly repository: string;
  readonly rest: string;
  readonly fragment: string;
}

function resolveGitHub({ link, repository, rest, fragment }: GitHubLink, places: LinkPlaces): ResolvedLink {
  const blob = /^\/(?:blob|blame|raw|edit|tree)\/(.+)$/.exec(rest)?.[1];
  if (isSame(repository, places.conformanceRepository)) return { kind: "conformance", link };
  const isOwn = isSame(repository, places.repository);
  if (blob !== undefined) {
    // A branch may hold slashes, and the head's repository may be a fork: the changed path at the end is what counts.
    const file = isOwn || isFork(repository, places) ? longestEnding(blob, places.files) : null;
    if (file) return { kind: "changed", link, file };
    return isOwn ? { kind: "unchanged", link, path: blob.replace(/^[^/]+\//, "") } : { kind: "outside", link };
  }
  const pull = /^\/(?:pull|issues)\/(\d+)(?:\/|$)/.exec(rest)?.[1];
  if (!isOwn || Number(pull) !== places.pullRequest) return { kind: "outside", link };
  const digest = /^#diff-([0-9a-f]{64})/.exec(fragment)?.[1];
  const file = digest === undefined ? undefined : places.files.find(({ path }) => sha256(path) === digest);
  return file ? { kind: "changed", link, file } : { kind: "pull-request", link };
}

function ofPath(link: string, path: string, { files }: LinkPlaces): ResolvedLink {
  const file = files.find((each) => each.path === path || each.previousPath === path);
  return file ? { kind: "changed", link, file } : { kind: "unchanged", link, path };
}

function longestEnding(blob: string, files: readonly ChangedFile[]): ChangedFile | null {
  const endings = files.filter(({ path }) => blob.endsWith(`/${path}`));
  return endings.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

const isSame = (one: string, other: string | null) => one.toLowerCase() === other?.toLowerCase();
const isFork = (repository: string, places: LinkPlaces) => isSame(repository.split("/")[1] ?? "", places.repository.split("/")[1] ?? null);

/** Percent escapes that are no UTF-8 stay as they are written. */
function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
