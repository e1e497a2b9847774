import type { GitHub, PullRequestReading, ReadScope } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import type { ReconcilerOptions } from "./reconciler-deps.ts";
import type { Rules, RulesInForce } from "./rules-in-force.ts";

export type Read =
  | { readonly kind: "read"; readonly reading: PullRequestReading; readonly rules: Rules }
  | { readonly kind: "gone" }
  | { readonly kind: "no-constitution" };

/** A proposal is a text for people: what is larger is no proposal, and is shown as such. */
const maximumBytes = 1_000_000;

/**
 * Reads the pull request by the rules known so far; the answer tells whether they are still those of the default branch. Where
 * they are not, the new rules are read, and the pull request again when they name other files.
 */
export async function readForPass(rules: RulesInForce, options: ReconcilerOptions, github: GitHub, subject: Subject): Promise<Read> {
  const known = await rules.known(subject.repositoryId, github);
  if (known === null) return { kind: "no-constitution" };
  const scope = toScope(known, options);
  const reading = await github.readSnapshot(subject.pullRequest, scope);
  if (reading === null) return { kind: "gone" };
  if (reading.governanceTreeId === known.treeId) return { kind: "read", reading, rules: known };

  const current = await rules.at(subject.repositoryId, github, reading.governanceTreeId);
  if (current === null) return { kind: "no-constitution" };
  const currentScope = toScope(current, options);
  if (JSON.stringify(currentScope) === JSON.stringify(scope)) return { kind: "read", reading, rules: current };
  const again = await github.readSnapshot(subject.pullRequest, currentScope);
  return again === null ? { kind: "gone" } : { kind: "read", reading: again, rules: current };
}

function toScope({ governance: { project } }: Rules, { governanceFolder }: ReconcilerOptions): ReadScope {
  return {
    proposalFolder: project.proposals.folder,
    schemaFiles: project.specification.schema,
    changelogFiles: project.specification.changelog,
    governanceFolder,
    maximumBytes,
  };
}
