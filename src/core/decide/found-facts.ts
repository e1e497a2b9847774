import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import { isStatusComment, readStatusMarker } from "../../domain/status-marker.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { TextDigest } from "../../proposals/index.ts";
import type { Happening } from "./advance.ts";

interface FoundText extends TextDigest {
  /** Path of the proposal. */
  readonly file: string;
  /** Lines that differ from the text that was read before. */
  readonly passages: readonly string[];
}

const found = (at: Instant, source: string, fact: LedgerFact): Happening => ({ at, actor: null, source, clause: null, reason: null, fact });

/** What a pass finds on GitHub that nobody said: a new head, a status comment that was written, acts that were tampered with. */
export function findFacts(snapshot: Snapshot, record: ProposalRecord, text: FoundText, now: Instant): readonly Happening[] {
  const { pullRequest, self } = snapshot;
  const { headSha } = pullRequest;
  return [
    ...findPublication(pullRequest, self.login, record),
    ...(record.text?.headSha === headSha ? [] : [found(now, `head/${headSha}`, readText(snapshot, record, text))]),
    ...findTampering(pullRequest, record).map((fact) => found(now, "pass", fact)),
  ];
}

function readText({ headFiles, pullRequest }: Snapshot, { text: before }: ProposalRecord, text: FoundText): LedgerFact {
  const { headSha } = pullRequest;
  const files = headFiles.filter(({ path }) => path !== text.file);
  const change = before === null ? "first" : before.digest === text.whole ? "editorial" : "normative";
  return {
    type: "text-read",
    headSha,
    digest: text.whole,
    proposal: text.proposal,
    files,
    change,
    passages: change === "normative" ? text.passages : [],
  };
}

/**
 * A pass records what it published; should it have died in between, the comment itself tells, at GitHub's time. One that somebody
 * else edited last tells nothing.
 */
function findPublication({ ownComments }: Snapshot["pullRequest"], self: string, { published }: ProposalRecord): readonly Happening[] {
  const comment = ownComments.find(({ body }) => isStatusComment(body));
  const marker = comment ? readStatusMarker(comment.body) : null;
  if (!comment || !marker || marker.digest === null) return [];
  if (comment.editor !== null && comment.editor.login !== self) return [];
  const last = published.at(-1);
  if (last?.digest === marker.digest && last.headSha === marker.headSha) return [];
  const at = comment.editedAt ?? comment.createdAt;
  return [found(at, `comment/${comment.id}`, { type: "text-published", digest: marker.digest, headSha: marker.headSha, fence: null })];
}

/** T5: what counted keeps its effect when its comment is edited or deleted; it is flagged, once. */
function findTampering({ conversation, reviews }: Snapshot["pullRequest"], record: ProposalRecord): readonly LedgerFact[] {
  const flagged = new Set(record.tampered.map(({ act }) => act));
  const facts: LedgerFact[] = [];
  const seen = new Set<string>();
  for (const [source, { outcome }] of record.answers) {
    const [act = source] = source.split("#");
    if (outcome.kind !== "done" || flagged.has(act) || seen.has(act)) continue;
    seen.add(act);
    const [kind, id] = act.split("/");
    if (kind !== "comment" && kind !== "review") continue;
    const there = kind === "comment" ? conversation.find((each) => String(each.id) === id) : reviews.find((each) => String(each.id) === id);
    if (!there) facts.push({ type: "act-tampered", act, how: "deleted" });
    else if (there.editedAt !== null) facts.push({ type: "act-tampered", act, how: "edited" });
  }
  return facts;
}
