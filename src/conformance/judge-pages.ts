import type { ChangedFile } from "../domain/snapshot.ts";
import { quote, quoteList } from "../governance/reading/quote.ts";
import type { ChangedPages } from "./changed-pages.ts";
import { attested, type FinalInput, met, missing, unknown, type Verdict } from "./final-judgement.ts";
import { namesProposal } from "./names-proposal.ts";
import type { AttestedItem } from "./parse-attestation.ts";
import type { ResolvedLink } from "./resolve-link.ts";

/** What the sponsor gave for one item, and where it leads. */
export interface Given {
  readonly said: readonly AttestedItem[];
  readonly links: readonly ResolvedLink[];
}

type Page = "schema" | "text" | "changelog";

const nouns = { schema: "schema file", text: "page of the specification", changelog: "changelog page" } as const;
const examples = { schema: "schema/draft/schema.ts", text: "docs/specification/…", changelog: "docs/…/changelog.mdx" } as const;

export function judgeSchema(input: FinalInput, pages: ChangedPages, given: Given): Verdict {
  const none = given.said.find(({ kind }) => kind === "none");
  if (none === undefined) return judgePage("schema", input, pages, given);
  if (pages.schema.length > 0) {
    return missing(
      `The sponsor says that no schema changes, and this pull request changes ${paths(pages.schema)}. Write \`schema: ${pathOf(pages.schema)}\`, or take that change out.`,
    );
  }
  if (input.filesTruncated)
    return unknown("This pull request changes more files than GitHub lists, so whether a schema file is among them cannot be told.");
  const names = declaredTypes(input);
  const look = names.length === 0 ? "" : ` The accepted text declares ${quoteList(names, 5)}: look there.`;
  return attested(`The sponsor says that no schema changes, and this pull request changes none.${look}`);
}

export function judgeText(input: FinalInput, pages: ChangedPages, given: Given): Verdict {
  if (!given.said.some(({ kind }) => kind === "none")) return judgePage("text", input, pages, given);
  if (pages.text.length > 0) {
    return missing(
      `The sponsor says that no page changes, and this pull request changes ${paths(pages.text)}. Write \`text: ${pathOf(pages.text)}\`, or take that change out.`,
    );
  }
  return pages.schema.length > 0
    ? attested(`The sponsor says that no page changes: the change is in ${paths(pages.schema)}.`)
    : missing(
        "A SEP that becomes final changes the specification in its text or its schema, and this pull request changes neither. Name the page with `text: path`.",
      );
}

export function judgeChangelog(input: FinalInput, pages: ChangedPages, given: Given): Verdict {
  const verdict = judgePage("changelog", input, pages, given);
  if (verdict.status !== "met" || verdict.by === "sponsor") return verdict;
  const texts = pages.changelog.map(({ path }) => input.changelogs.find((each) => each.path === path) ?? { path, text: null });
  const entry = texts.find(({ text }) => text !== null && namesProposal(text, input.number, input.document, input.prefix));
  const name = `${input.prefix}-${input.number}`;
  if (entry) return met(`${quote(entry.path)} changes in this pull request and names ${name}.`);
  const unread = texts.find(({ text }) => text === null);
  if (unread) return unknown(`${quote(unread.path)} changes in this pull request and could not be read; its entry is looked for again.`);
  return missing(`${paths(pages.changelog)} changes in this pull request and does not name ${name}. Add an entry with that number.`);
}

function judgePage(item: Page, { document, filesTruncated, ...named }: FinalInput, pages: ChangedPages, { links }: Given): Verdict {
  const noun = nouns[item];
  const candidates = pages[item].filter(({ change }) => item === "text" || change !== "deleted");
  const hits = links.flatMap((link) => (link.kind === "changed" && candidates.includes(link.file) ? [link.file] : []));
  if (hits.length > 0) return met(`${paths(hits)} ${hits.length > 1 ? "change" : "changes"} in this pull request.`);
  if (candidates.length > 0 && links.some(({ kind }) => kind === "pull-request"))
    return met(`This pull request changes ${paths(candidates)}.`);
  if (links.length === 0) {
    return candidates.length > 0
      ? missing(`This pull request changes ${paths(candidates)}. Attest it with \`${item}: ${pathOf(candidates)}\`.`)
      : missing(`No ${noun} is attested. Change it in this pull request, and name it with \`${item}: ${examples[item]}\`.`);
  }
  const known = { schema: named.schemaFiles, text: named.specificationPaths, changelog: named.changelogPaths }[item];
  if (known.length === 0) return attested(`The sponsor attests it: the constitution names no ${noun}, so nothing else was looked at.`);
  const other = links.flatMap((link) =>
    item === "text" && link.kind === "changed" && pages.documents.includes(link.file) ? [link.file] : [],
  );
  if (other.length > 0)
    return attested(`The sponsor attests it: ${paths(other)}, outside the specification's own pages, changes in this pull request.`);
  // An extension keeps its schema and text in its own repository (SEP-2133).
  if (document.type === "Extensions Track" && links.some(({ kind }) => kind === "outside")) {
    return attested("The sponsor attests it: the link leads out of this repository, where only a person can look.");
  }
  if (filesTruncated)
    return unknown(`This pull request changes more files than GitHub lists, so whether a ${noun} is among them cannot be told.`);
  const unchanged = links.find((link) => link.kind === "unchanged");
  const seen = unchanged
    ? `${quote(unchanged.path)} is not changed in this pull request`
    : `No link leads to a ${noun} that this pull request changes`;
  return missing(`${seen}. The change belongs in this pull request before it is final.`);
}

/** Types that the Specification section declares in code; a hint for people, never a verdict. */
function declaredTypes({ document }: FinalInput): readonly string[] {
  const code = document.sections.filter(({ kind }) => kind === "specification").flatMap((section) => section.code);
  const names = code
    .filter(({ language }) => /^(?:ts|tsx|typescript)\b/i.test(language ?? ""))
    .flatMap(({ text }) => [...text.matchAll(/^\s{0,8}(?:export )?(?:interface|type) ([A-Z]\w{0,80})/gm)].map(([, name = ""]) => name));
  return [...new Set(names)];
}

const paths = (files: readonly ChangedFile[]) =>
  quoteList(
    files.map(({ path }) => path),
    3,
  );
const pathOf = (files: readonly ChangedFile[]) => files[0]?.path.replace(/[`\s]+/g, " ") ?? "";
