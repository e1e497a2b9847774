/** What a preset takes from governance/; every other file of it is written by hand. */
export interface Preset {
  readonly id: string;
  /** Files beside the groups that are the same. */
  readonly files: readonly string[];
  /** Groups that did not exist yet. */
  readonly without: readonly string[];
  /** Groups that the preset writes itself. */
  readonly own: readonly string[];
  /** Commit or branch of the specification repository at which its charters are meant. */
  readonly at: string;
}

export const presets: readonly Preset[] = [
  {
    id: "status-quo",
    files: ["domains.yml", "ladder.yml", "people.yml"],
    without: ["files-wg", "progressive-disclosure-wg"],
    own: ["file-uploads-wg", "primitive-grouping-ig", "transports-wg"],
    at: "b0f60ba5409db7a6582440a7b473cc0398890f15",
  },
  { id: "release-cycle", files: ["domains.yml", "ladder.yml", "people.yml"], without: [], own: [], at: "main" },
];

const pages = "https://github.com/modelcontextprotocol/modelcontextprotocol/blob";

/**
 * The preset's text of a shared file: two folders deeper, so the schema is further away, and with the group's delegation turned
 * into what the charter says today, a recommendation that Core decides on. Throws where a group file has another shape.
 */
export function presetText({ at }: Pick<Preset, "at">, path: string, text: string): string {
  const deeper = text.replace(/^(# yaml-language-server: \$schema=)(?:\.\/)?/, (_, key: string) => `${key}../../`);
  return path.startsWith("groups/") && /^delegations:\n {2}- decision: accept\n/m.test(deeper)
    ? recommending(path, deeper, `${pages}/${at}/`)
    : deeper;
}

function recommending(path: string, text: string, charters: string): string {
  const page = /charter: \{ text: "?([^",} ]+)/.exec(text)?.[1];
  const domains = /^ {4}domains: (\[.*\])$/m.exec(text)?.[1];
  const statement = /^# Delegated \(proposed.*?(?=^#\n)/ms;
  const delegation = /^delegations:\n(?: {2}.*\n)+/m;
  if (!page || !domains || !statement.test(text) || !delegation.test(text)) throw new Error(`${path}: not the shape that presets expect`);
  const name = page.split("/").at(-1);
  return text
    .replace(statement, () => stated)
    .replace(
      delegation,
      () => `delegations:
  - decision: recommend
    domains: ${domains}
    types: [Standards Track]
    changes: [additive, clarification, breaking]
    procedure: wg-consensus
    oversight: { kind: approval, by: core-maintainers }
    adopted: ${page.startsWith("https:") ? page : charters + page}
    clause: "${page.startsWith("https:") ? page : `${name}, Authority & Decision Rights`}: consensus, then Core's approval"
`,
    );
}

const stated = `# Delegated: nothing. The group recommends by its consensus, and Core decides (R0.1).
# Not delegated: everything. "decision: recommend" is the charter's row for specification changes, and grants nothing.
# The one line: "decision: recommend" and its oversight; the proposed constitution writes "accept" and a veto window there.
`;
