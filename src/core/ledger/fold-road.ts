import { changedFiles } from "../../domain/head-files.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { AcceptedText, ProposalRecord, ReadText } from "../../domain/proposal-record.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import type { DecisionFact } from "./fold-decision.ts";
import type { OversightFact } from "./fold-oversight.ts";
import type { FoldedEvent } from "./folded-event.ts";
import { moveState } from "./move-state.ts";

export type RoadFact = Exclude<LedgerFact, DecisionFact | OversightFact>;

/** Everything but decisions and what Core keeps over them. */
export function foldRoadFact(record: ProposalRecord, fact: RoadFact, event: FoldedEvent): ProposalRecord {
  const { at, source, actor } = event;
  const { group } = record;
  switch (fact.type) {
    case "proposal-opened": {
      const { type: _, ...opened } = fact;
      return record.opened ? record : { ...record, opened: { ...opened, at }, stateSince: at };
    }
    case "text-read": {
      const { headSha, digest, proposal, files } = fact;
      const read = {
        ...record,
        text: { headSha, digest, proposal, files },
        pushedAt: fact.change === "first" ? record.pushedAt : at,
      };
      if (fact.change === "normative") return { ...read, voteAskedBy: [] };
      return record.text === null ? read : keepConfirmations(read, record.text);
    }
    case "text-published":
      return { ...record, published: [...record.published, { digest: fact.digest, headSha: fact.headSha, at, fence: fact.fence }] };
    case "head-judged":
      return {
        ...record,
        unconfirmed: fact.reasons.length === 0 ? null : { headSha: fact.headSha, reasons: fact.reasons },
        headConfirmations: record.headConfirmations.filter(({ headSha }) => headSha === fact.headSha),
      };
    case "head-confirmation-given": {
      const { headSha, person, organisation } = fact;
      const others = record.headConfirmations.filter((given) => given.person !== person || given.headSha !== headSha);
      return { ...record, headConfirmations: [...others, { headSha, person, organisation }] };
    }
    case "head-confirmed":
      return {
        ...record,
        unconfirmed: null,
        headConfirmations: [],
        accepted: record.accepted && record.text ? confirmText(record.accepted, record.text) : record.accepted,
      };
    case "routed":
      return { ...record, routed: fact };
    case "domain-set-by-hand":
    case "change-set-by-hand":
      return { ...record, handFacts: [...record.handFacts, fact] };
    case "domain-confirmed":
      return { ...record, domainConfirmed: { domain: fact.domain, person: fact.person } };
    case "change-confirmed":
      return { ...record, changeConfirmed: { change: fact.change, person: fact.person } };
    case "route-set":
      return { ...record, routeSet: fact.to === "core" ? "core" : null, coreDecides: fact.to === "core" };
    case "group-asked":
      return {
        ...record,
        group: { ...group, asked: [...group.asked.filter((each) => each.group !== fact.group), { group: fact.group, at }] },
      };
    case "group-declined": {
      const asked = group.asked.filter((each) => each.group !== fact.group);
      return { ...record, group: { ...group, asked, declined: [...group.declined.filter((id) => id !== fact.group), fact.group] } };
    }
    case "group-stood":
      return { ...record, group: { ...group, asked: [], stands: fact.group, representative: fact.representative } };
    case "group-sought":
      return { ...record, group: { ...group, rounds: fact.round, soughtAt: at } };
    case "sponsor-set":
      return { ...record, sponsor: { person: fact.person, login: fact.login, at } };
    case "sponsor-left":
      return { ...record, sponsor: null };
    case "state-moved":
      return moveState(record, fact.to, at);
    case "readied":
      return { ...record, ready: { kind: fact.kind, date: fact.date, digest: fact.digest, at }, attested: fact.links };
    case "queue-left":
      return { ...record, ready: null };
    case "recused":
      return record.recused.includes(fact.person) ? record : { ...record, recused: [...record.recused, fact.person] };
    case "unrecused":
      return { ...record, recused: record.recused.filter((person) => person !== fact.person) };
    case "hold-set": {
      const { person, login, endsAt } = fact;
      return { ...record, holds: [...record.holds.filter((hold) => hold.person !== person), { person, login, setAt: at, endsAt }] };
    }
    case "hold-lifted":
    case "hold-ended":
      return { ...record, holds: record.holds.filter((hold) => hold.person !== fact.person) };
    case "final-attested":
      return { ...record, final: { headSha: fact.headSha, digest: fact.digest, files: record.text?.files ?? [], items: fact.items, at } };
    case "final-undone":
      return { ...record, final: null };
    case "act-answered":
      return { ...record, answers: new Map(record.answers).set(source, { command: fact.command, outcome: fact.outcome, actor, at }) };
    case "reply-posted":
      return { ...record, replied: new Set(record.replied).add(fact.to) };
    case "act-tampered":
      return { ...record, tampered: [...record.tampered, { act: fact.act, how: fact.how }] };
    case "hand-undone":
      return { ...record, handUndone: new Set(record.handUndone).add(fact.what) };
    case "reminded":
      return { ...record, reminders: [...record.reminders, { about: fact.about, logins: fact.logins, at }] };
    case "record-recovered":
    case "reason-redacted":
      return record;
    default:
      return assertNever(fact);
  }
}

function confirmText(accepted: AcceptedText, confirmed: ReadText): AcceptedText {
  const { headSha, digest, proposal, files } = accepted;
  return { ...accepted, ...confirmed, earlier: [...accepted.earlier, { headSha, digest, proposal, files }] };
}

/** X3: a push that is editorial, and leaves every other file as it is, keeps who confirmed what stood before it. */
function keepConfirmations(record: ProposalRecord, before: ReadText): ProposalRecord {
  const { text, unconfirmed, headConfirmations } = record;
  if (text === null || unconfirmed?.headSha !== before.headSha || changedFiles(before.files, text.files).length > 0) return record;
  const { headSha } = text;
  return {
    ...record,
    unconfirmed: { ...unconfirmed, headSha },
    headConfirmations: headConfirmations.map((given) => (given.headSha === before.headSha ? { ...given, headSha } : given)),
  };
}
