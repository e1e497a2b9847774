import { code, encodeSegment, link, type Markdown, md } from "./markdown/index.ts";

/** Where things can be looked up; addresses come from GitHub and from the App, never from a proposal. */
export interface Places {
  /** `https://github.com/owner/name` */
  readonly repository: string;
  readonly headSha: string;
  /** Commit that the rules were read at; null where they come from a folder. */
  readonly rulesCommit: string | null;
  /** `governance/` */
  readonly rulesFolder: string;
  /** Page with the ledger of this proposal; null where there is none. */
  readonly record: string | null;
}

/** A clause as people check it: linked to the very commit that was applied, where there is one. */
export function renderClause(clause: string, { repository, rulesCommit, rulesFolder }: Places): Markdown {
  const place = /^([\w./-]+\.ya?ml):(\d+)$/.exec(clause);
  const [, path, line] = place ?? [];
  if (path === undefined || line === undefined || rulesCommit === null) return code(clause);
  return link(code(clause), `${fileAddress(repository, rulesCommit, rulesFolder + path)}#L${line}`);
}

/** `line 9`, linked to that line of the file at the head. */
export function renderLine(file: string, line: number, { repository, headSha }: Places): Markdown {
  return link(md`line ${line}`, `${fileAddress(repository, headSha, file)}?plain=1#L${line}`);
}

export function renderRules({ repository, rulesCommit, rulesFolder }: Places): Markdown {
  if (rulesCommit === null) return md`Rules of ${code(rulesFolder)}`;
  const address = `${repository}/tree/${encodeSegment(rulesCommit)}/${encodePath(rulesFolder)}`;
  return md`Rules at ${link(code(rulesCommit.slice(0, 7)), address)}`;
}

const fileAddress = (repository: string, commit: string, path: string) => `${repository}/blob/${encodeSegment(commit)}/${encodePath(path)}`;
const encodePath = (path: string) => path.split("/").map(encodeSegment).join("/");
