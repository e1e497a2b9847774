import { type ConformanceReading, isScenarioPath, isTraceabilityPath } from "../conformance/index.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { GitHub } from "../ports/github.ts";

const maximumBytes = 200_000;
/** Files that name the number in their path come first; more than so many are not about one proposal. */
const mostFiles = 40;

/**
 * What the conformance repository holds about this proposal (R7.2), where a `/final` waits to be judged; null where none does, so
 * that no other pass asks for it. What cannot be read is said, and keeps the requirement open.
 */
export async function readConformance(
  github: Pick<GitHub, "listForeignPaths" | "readForeignFiles">,
  { pullRequest, texts }: Snapshot,
  { project }: Governance,
  waiting: readonly number[],
): Promise<ConformanceReading | null> {
  const asked = pullRequest.conversation.some(({ id, body }) => waiting.includes(id) && /^\s{0,3}\/(?:steward\s+\/?)?final\b/im.test(body));
  const repository = project.conformance?.repository;
  if (!asked || repository === undefined) return null;
  const listed = await github.listForeignPaths(repository);
  if (!listed.known) return { kind: "unreadable", why: listed.why };
  const numbers = numbersOf(pullRequest.number, texts);
  const { prefix } = project.proposals;
  const about = listed.value.paths.filter((path) => numbers.some((number) => isTraceabilityPath(path, number, prefix)));
  const scenarios = listed.value.paths.filter((path) => isScenarioPath(path));
  const named = scenarios.filter((path) => numbers.some((number) => path.includes(String(number))));
  const paths = [...new Set([...about, ...named, ...scenarios])].slice(0, mostFiles);
  const read = await github.readForeignFiles(repository, paths, maximumBytes, listed.value.tree);
  if (!read.known) return { kind: "unreadable", why: read.why };
  const files = paths.flatMap((path) => {
    const entry = read.value.entries.get(path);
    return entry?.kind === "file" && entry.file.text !== null ? [{ path, text: entry.file.text }] : [];
  });
  return { kind: "read", files };
}

/** The number of the pull request, and those in the names of its files: a proposal of the issue era has another. */
function numbersOf(pullRequest: number, texts: Snapshot["texts"]): readonly number[] {
  const inNames = texts.flatMap(({ path }) => /(?:^|\/)0*(\d+)-[^/]*\.md$/.exec(path)?.[1] ?? []).map(Number);
  return [...new Set([pullRequest, ...inNames])];
}
