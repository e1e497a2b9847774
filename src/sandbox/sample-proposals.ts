import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strangers } from "./invented-names.ts";

/** A pull request to be opened: by whom, with which file, and under which number. */
export interface SampleProposal {
  readonly author: string;
  /** Path in the repository, for a number. */
  path(number: number): string;
  /** Content of the file, for a number. Bytes, since files of others may hold anything. */
  content(number: number): Uint8Array;
  readonly title: string;
  readonly body: string;
  /** The number that the pull request must get; null for the next free one. */
  readonly number: number | null;
  /** Name of the branch in the author's fork, by which it is found again after a restart. */
  readonly branch: string;
}

interface Sample {
  readonly file: string;
  readonly author: (typeof strangers)[number];
  /** Authors who have not learned their number yet send `0000-…`. */
  readonly numbered: boolean;
}

const samples: readonly Sample[] = [
  { file: "task-progress-notes.md", author: "wren-halloway", numbered: true },
  { file: "strict-session-header.md", author: "odile-marchetti", numbered: true },
  { file: "sponsor-office-hours.md", author: "ines-okafor-lind", numbered: true },
  { file: "app-print-view.md", author: "teodor-vass", numbered: true },
  { file: "upload-size-hint.md", author: "mirembe-castellan", numbered: true },
  { file: "tool-result-units.md", author: "bram-adeyemi-holt", numbered: false },
];

/** The invented proposals that come with Steward, each taking another route. */
export function readSampleProposals(proposalFolder: string): readonly SampleProposal[] {
  return samples.map(({ file, author, numbered }) => {
    const text = readFileSync(join(import.meta.dirname, "..", "..", "data", "samples", file), "utf8");
    const padded = (number: number): string => (numbered ? String(number) : "0000");
    return {
      author,
      path: (number) => `${proposalFolder}${padded(number)}-${file}`,
      content: (number) => Buffer.from(numbered ? text.replace("SEP-0000", `SEP-${number}`).replace("#0000", `#${number}`) : text),
      title: titleOf(text) ?? file,
      body: "A sample proposal.",
      number: null,
      branch: `sample/${file}`,
    };
  });
}

/** The Markdown files of a folder as pull requests, lowest number first; files without a number in their name come last. */
export function readFolderProposals(folder: string, proposalFolder: string): readonly SampleProposal[] {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map(({ name }) => ({ name, number: Number(/^(\d+)/.exec(name)?.[1] ?? 0) || null }))
    .sort((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) || (a.name < b.name ? -1 : 1));
  return files.map(({ name, number }, index) => {
    const content = readFileSync(join(folder, name));
    return {
      author: strangers[index % strangers.length] ?? strangers[0],
      path: () => `${proposalFolder}${name}`,
      content: () => content,
      title: titleOf(content.toString("utf8")) ?? name,
      body: "",
      number,
      branch: `sep/${index}-${name.replaceAll(/[^A-Za-z0-9.-]+/g, "-").replace(/\.lock$|\.$/, "")}`,
    };
  });
}

const titleOf = (text: string): string | null => /^# +(?:[A-Z]+-\d+: *)?(.+)$/m.exec(text)?.[1]?.trim().slice(0, 200) ?? null;
