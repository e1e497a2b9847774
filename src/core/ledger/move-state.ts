import type { AcceptedText, ProposalRecord, ReadText } from "../../domain/proposal-record.ts";
import type { ProposalState } from "../../domain/proposal-vocabulary.ts";
import type { Instant } from "../../kernel/instant.ts";

/** What goes with a move from state to state: the text that was accepted, and what a new life begins without (S6). */
export function moveState(record: ProposalRecord, to: ProposalState, at: Instant): ProposalRecord {
  const moved = { ...record, state: to, stateSince: at, voteAskedBy: [] };
  switch (to) {
    case "accepted":
      if (record.state === "final" || record.text === null) return { ...moved, final: null };
      return { ...moved, accepted: acceptText(record, record.text, at) };
    case "in-review":
    case "draft":
      return { ...moved, accepted: null, unconfirmed: null, headConfirmations: [], final: null };
    case "proposal":
      // A draft that lost its sponsor and a revival both begin anew; revival drops what its sponsor had said (S6).
      return record.state === "draft" ? moved : { ...moved, sponsor: null, attested: null, ready: null, accepted: null, final: null };
    case "withdrawn":
    case "dormant":
      // S6: nothing about it stays open, so that a revival finds nothing waiting.
      return {
        ...moved,
        unconfirmed: null,
        headConfirmations: [],
        escalations: record.escalations.map((each) => (each.answer === null ? { ...each, answer: { at, kind: "return" } } : each)),
        oversight:
          record.oversight !== null && record.oversight.ended === null
            ? { ...record.oversight, ended: { at, how: "undone" } }
            : record.oversight,
      };
    default:
      return moved;
  }
}

/** Who accepted: Core where its own decision was carried, or one of it was entered; the groups where theirs was, under oversight. */
function acceptText(record: ProposalRecord, text: ReadText, acceptedAt: Instant): AcceptedText {
  const { decisions, domainConfirmed, entered, routed } = record;
  const isEntered = entered.some(({ verdict, ended }) => verdict === "accept" && ended?.how === "took-effect" && ended.at === acceptedAt);
  const carried = decisions.findLast(({ matter, closed }) => matter === "proposal" && closed?.outcome === "carried");
  const by = !isEntered && carried !== undefined && carried.oversight !== null ? "group" : "core";
  const settled = domainConfirmed === null ? [] : [domainConfirmed.domain];
  const seen = routed === null ? [] : [routed.domain, ...routed.touched];
  const domains = by === "group" ? [...new Set([...settled, ...seen])] : null;
  return { ...text, by, domains, acceptedAt, earlier: [] };
}
