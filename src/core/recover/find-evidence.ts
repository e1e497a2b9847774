import { commandNames } from "../../commands/registry.ts";
import type { LedgerFact, NewLedgerEvent } from "../../domain/ledger-event.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import { isStatusComment, readStatusMarker } from "../../domain/status-marker.ts";
import type { Governance } from "../../governance/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import { readRecordHash } from "../../render/index.ts";
import type { Act } from "../decide/act.ts";
import { gatherActs } from "../decide/gather-acts.ts";
import { emptyRecord } from "../ledger/index.ts";

/** What the first events of a recovered record rest on. */
export interface EvidenceInput {
  readonly snapshot: Snapshot;
  readonly governance: Governance;
  /** When this App first checked the head, by GitHub's time; null when it never did. */
  readonly firstCheck: Instant | null;
  readonly now: Instant;
}

/** Commands that say something of a text: without knowing which, they prove nothing. */
const ofText: readonly string[] = ["propose", "call-vote", "lgtm", "vote", "block", "unblock", "veto", "record", "final"];

/**
 * The first events of a record that is rebuilt from GitHub, for the ordinary pass to go on from: that it is rebuilt; since when people
 * could read the text of the head; and, answered without effect, what they said of a text before that.
 *
 * The status comment names the text. The first check that Steward made on that head is of the pass that first showed it.
 */
export function findEvidence({ snapshot, governance, firstCheck, now }: EvidenceInput): readonly NewLedgerEvent[] {
  const { ownComments, headSha } = snapshot.pullRequest;
  const comment = ownComments.find(({ body }) => isStatusComment(body)) ?? null;
  const isOwn = comment !== null && (comment.editor === null || comment.editor.login === snapshot.self.login);
  const marker = isOwn ? readStatusMarker(comment.body) : null;
  const shown = marker !== null && marker.headSha === headSha ? marker.digest : null;
  const since = shown === null || comment === null ? null : (firstCheck ?? comment.editedAt ?? comment.createdAt);

  const base = { version: 1, constitution: governance.commit, clause: null, reason: null } as const;
  const found = (at: Instant, source: string, fact: LedgerFact): NewLedgerEvent => ({ ...base, at, actor: null, source, fact });
  const acts = gatherActs(snapshot, emptyRecord, governance, commandNames).filter((act) => isOfUnknownText(act, since, snapshot));
  return [
    found(now, "operator", { type: "record-recovered", hash: comment === null ? null : readRecordHash(comment.body) }),
    ...acts.map(
      ({ at, source, actor, line }): NewLedgerEvent => ({
        ...base,
        at,
        source,
        actor: { id: actor.id, login: actor.login },
        fact: { type: "act-answered", command: line.name, outcome: { kind: "ignored" } },
      }),
    ),
    ...(since === null || shown === null
      ? []
      : [found(since, `head/${headSha}`, { type: "text-published", headSha, digest: shown, fence: null })]),
  ];
}

/** A review names its commit. */
function isOfUnknownText({ at, line, source }: Act, since: Instant | null, { pullRequest }: Snapshot): boolean {
  if (!ofText.includes(line.name) || (since !== null && at > since)) return false;
  return !pullRequest.reviews.some(({ id, commit }) => source === `review/${id}` && commit === pullRequest.headSha);
}
