import type { Effect } from "../domain/effect.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { FilePair, Snapshot } from "../domain/snapshot.ts";
import { planStatusLine } from "../proposals/index.ts";
import { type ProposalStatus, renderStatusSuggestion } from "../render/index.ts";

/** States that a decision or an attestation brings about: then the file is offered the new word. */
const decided: readonly string[] = ["accepted", "rejected", "final"];

/**
 * When a decision ends, the Status line is suggested to the sponsor (R2.2): once for each word, and only where the line stands in
 * the diff, because GitHub takes no suggestion elsewhere. Committing it is editorial and keeps the decision.
 */
export function suggestStatusLine(
  pair: FilePair | null,
  document: ProposalDocument,
  data: ProposalStatus,
  { pullRequest }: Snapshot,
): readonly Effect[] {
  const text = pair?.head.text ?? null;
  const { state } = data.record;
  if (pair === null || text === null || pair.base.unread !== "absent" || !decided.includes(state)) return [];
  if (data.governance.project["status-line"] === "none" || pullRequest.locked) return [];
  const change = planStatusLine(document, text, state);
  if (change === null) return [];
  const offered = pullRequest.ownSuggestions.some(({ path, body }) => path === pair.path && body.includes(change.after));
  if (offered) return [];
  const body = renderStatusSuggestion(change.after, data);
  return [{ kind: "suggest-line", headSha: pullRequest.headSha, path: pair.path, line: change.line, body }];
}
