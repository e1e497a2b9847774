import type { NewLedgerEvent } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import { findReplyMarker } from "../../domain/reply-marker.ts";
import type { Snapshot } from "../../domain/snapshot.ts";
import { isStatusComment } from "../../domain/status-marker.ts";
import type { Governance } from "../../governance/index.ts";
import { readRecordHash } from "../../render/index.ts";
import { sameLabel } from "../label-names.ts";

/** Something that stood in the lost record, as far as GitHub still hints at it, and that cannot be proved. */
export interface Unproved {
  readonly code: "earlier-text" | "counted-once" | "refused-once" | "deleted" | "dismissed" | "state" | "hash";
  /** `comment/123`, `review/7`; null where it is about the whole proposal. */
  readonly source: string | null;
  /** A sentence. */
  readonly text: string;
}

/** What of one proposal the rebuilt record leaves open, by what Steward itself left on GitHub: its replies, labels and status comment. */
export function listUnproved(
  record: ProposalRecord,
  evidence: readonly NewLedgerEvent[],
  snapshot: Snapshot,
  governance: Governance,
): readonly Unproved[] {
  return [
    ...findEarlier(evidence),
    ...findActs(record, snapshot),
    ...findGone(snapshot),
    ...findState(record, snapshot, governance),
    ...findHash(snapshot),
  ];
}

function findEarlier(evidence: readonly NewLedgerEvent[]): readonly Unproved[] {
  return evidence.flatMap(({ source, actor, fact }): readonly Unproved[] => {
    if (fact.type !== "act-answered") return [];
    const text = `/${fact.command} by ${actor?.login ?? "somebody"} is older than the text of the head; which text it was said of cannot be proved, and it does not count.`;
    return [{ code: "earlier-text", source, text }];
  });
}

/** Whatever Steward refuses gets a reply that names it: without one an act was counted, and with one it was not. */
function findActs({ answers }: ProposalRecord, { pullRequest }: Snapshot): readonly Unproved[] {
  const replied = repliesIn(pullRequest);
  const unproved: Unproved[] = [];
  for (const [source, { command, outcome, actor }] of answers) {
    const [act = source] = source.split("#");
    const who = actor?.login ?? "somebody";
    const alone = [...answers].filter(([other]) => other.split("#")[0] === act).length === 1;
    if ((outcome.kind === "refused" || outcome.kind === "repeat") && !replied.has(act)) {
      const text = `/${command} by ${who} has no refusal of Steward's on GitHub, so it counted; it cannot be proved, and does not count: ${outcome.text}`;
      unproved.push({ code: "counted-once", source, text });
    }
    if (outcome.kind === "done" && alone && replied.has(act)) {
      unproved.push({
        code: "refused-once",
        source,
        text: `/${command} by ${who} was answered with a reply; by what stands now it counts.`,
      });
    }
  }
  return unproved;
}

function findGone({ pullRequest }: Snapshot): readonly Unproved[] {
  const there = new Set([
    ...pullRequest.conversation.map(({ id }) => `comment/${id}`),
    ...pullRequest.reviews.map(({ id }) => `review/${id}`),
  ]);
  const gone = [...repliesIn(pullRequest)].filter((source) => /^(?:comment|review)\/\d+$/.test(source) && !there.has(source));
  const dismissed = pullRequest.reviews.filter(({ verdict }) => verdict === "dismissed");
  return [
    ...gone.map((source): Unproved => ({ code: "deleted", source, text: "Steward answered it, and it is gone." })),
    ...dismissed.map(({ id, author }): Unproved => {
      const text = `A review by ${author.login} was dismissed; GitHub forgets what it had said.`;
      return { code: "dismissed", source: `review/${id}`, text };
    }),
  ];
}

function findState({ state }: ProposalRecord, { pullRequest }: Snapshot, { lifecycle }: Governance): readonly Unproved[] {
  const shown = lifecycle.states.filter(({ label }) => pullRequest.labels.some((each) => sameLabel(each, label)));
  if (shown.length === 0 || shown.some(({ id }) => id === state)) return [];
  const labels = shown.map(({ label }) => label).join(", ");
  return [{ code: "state", source: null, text: `GitHub shows it as ${labels}; what can be proved makes it ${state}.` }];
}

function findHash({ pullRequest }: Snapshot): readonly Unproved[] {
  const hash = readRecordHash(pullRequest.ownComments.find(({ body }) => isStatusComment(body))?.body ?? "");
  if (hash === null) return [];
  const text = `Its finished decision was shown with the hash ${hash}. The events and salts it was taken of are lost: compare with an older export, if there is one.`;
  return [{ code: "hash", source: null, text }];
}

function repliesIn({ ownComments }: Snapshot["pullRequest"]): ReadonlySet<string> {
  return new Set(ownComments.flatMap(({ body }) => findReplyMarker(body) ?? []));
}
