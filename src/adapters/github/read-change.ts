import type { ChangedFile } from "../../domain/snapshot.ts";
import type { SourceFile } from "../../domain/source-file.ts";
import { digestOf } from "../../kernel/digest.ts";
import type { ReadScope } from "../../ports/github.ts";
import { readConstitution } from "./read-constitution.ts";
import { readPreviousPaths } from "./read-previous-paths.ts";
import { readTexts, type Texts } from "./read-texts.ts";
import { createRecent, type Recent } from "./recent.ts";
import type { RepositoryContext } from "./repository-context.ts";

/** Everything about a pull request that its base and head commits fix. */
export interface Change {
  readonly files: readonly ChangedFile[];
  readonly texts: Texts;
  /** The whole constitution at the head, where the pull request touches it. */
  readonly governanceAtHead: readonly SourceFile[] | null;
}

export type RecentChanges = Recent<Change>;

/** A hundred proposals of usual length; a pass over one that has not moved then asks for no texts. */
export function createRecentChanges(): RecentChanges {
  return createRecent({ entries: 200, size: 8_000_000, sizeOf: charactersOf });
}

/** Read once for the same base, head and files: commits never change. */
export function readChange(
  context: RepositoryContext,
  changes: RecentChanges,
  number: number,
  listed: readonly ChangedFile[],
  commits: { readonly base: string; readonly head: string },
  scope: ReadScope,
): Promise<Change> {
  const key = digestOf({ owner: context.owner, name: context.name, commits, scope, listed });
  return changes.get(key, async () => {
    const files = await readPreviousPaths(context, number, listed);
    const texts = await readTexts(context, files, commits, scope);
    const touchesRules = files.some(({ path, previousPath = "" }) =>
      [path, previousPath].some((each) => each.startsWith(`${scope.governanceFolder}/`)),
    );
    const governance = touchesRules ? await readConstitution(context, scope.governanceFolder, commits.head) : null;
    return { files, texts, governanceAtHead: touchesRules ? (governance?.files ?? []) : null };
  });
}

function charactersOf({ files, texts, governanceAtHead }: Change): number {
  const pairs = texts.pairs.flatMap(({ base, head }) => [base, head]);
  const read = [...pairs, ...(governanceAtHead ?? [])].reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  return read + 100 * (files.length + texts.folder.length);
}
