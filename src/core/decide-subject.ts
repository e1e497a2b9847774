import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { FilePair, Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import { parseProposal } from "../proposals/index.ts";
import { findCandidates } from "./find-candidates.ts";
import type { Candidate, Subject } from "./subject.ts";

/** Files tell, not titles or labels: whoever changes the proposal folder proposes something. */
export function decideSubject(snapshot: Snapshot, governance: Governance, ledger: readonly LedgerEvent[]): Subject {
  const { pullRequest, repository } = snapshot;
  const known = knownFile(ledger);
  // Another branch decides nothing; a proposal that was retargeted stays one, since it can come back.
  if (pullRequest.baseRef !== repository.defaultBranch && known === null) return { kind: "not-a-proposal" };

  const candidates = findCandidates(pullRequest.files, governance.project.proposals);
  const added = candidates.filter(({ role }) => role === "new");
  const others = candidates.filter(({ role }) => role !== "new");
  const final = others.filter((candidate) => wasFinal(candidate, snapshot, governance)).length;
  const [first, ...more] = added;
  if (more.length > 0) return { kind: "several-proposals", files: added.map(({ path }) => path) };
  if (first) return { kind: "proposal", file: first.path, pair: pairOf(first.path, snapshot), editsFinal: final > 0 };
  if (known !== null && !candidates.some(({ path }) => path === known)) return { kind: "moved-out", file: known };

  const [edited, ...rest] = others;
  if (edited) {
    const asProposal = rest.length === 0 && edited.role === "edited" && final === 0;
    if (asProposal) return { kind: "proposal", file: edited.path, pair: pairOf(edited.path, snapshot), editsFinal: false };
    return { kind: "record-change", files: others.map(({ path }) => path), final };
  }
  return pullRequest.filesTruncated ? { kind: "unknown" } : { kind: "not-a-proposal" };
}

/** The file by which this pull request became a proposal; null when it never was one. */
function knownFile(ledger: readonly LedgerEvent[]): string | null {
  return ledger.flatMap(({ fact }) => (fact.type === "proposal-opened" ? [fact.file] : [])).at(-1) ?? null;
}

/** A text that was not read counts as final: what cannot be told apart is kept as the record it may be. */
function wasFinal({ path }: Candidate, snapshot: Snapshot, governance: Governance): boolean {
  const text = pairOf(path, snapshot)?.base.text;
  if (text === undefined || text === null) return true;
  return parseProposal(text, path, { prefix: governance.project.proposals.prefix }).status === "Final";
}

function pairOf(path: string, { texts }: Snapshot): FilePair | null {
  return texts.find((pair) => pair.path === path) ?? null;
}
