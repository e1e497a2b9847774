import { addDuration } from "../../calendar/index.ts";
import { openEscalation } from "../../commands/deciding.ts";
import { isAuthor, leadsOf } from "../../commands/roles.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { mostSponsors, rankSponsors } from "../suggest-sponsors.ts";
import type { DecideContext } from "./decide-context.ts";
import { type Called, withinBudget } from "./reminder-budget.ts";
import { resolveActor } from "./resolve-actor.ts";

/** Something that Steward does by itself for people, and the moment from which on. */
export interface Courtesy {
  readonly from: Instant;
  readonly fact: LedgerFact;
}

/** Who is asked or reminded next, and when the proposal rests (S2, S7, lifecycle timers). Done by a pass at or after its time. */
export function listCourtesies(record: ProposalRecord, context: DecideContext, now: Instant): readonly Courtesy[] {
  if (record.opened === null) return [];
  return [...seekGroup(record, context, now), ...seekSponsor(record, context, now), ...remind(record, context, now)];
}

/** S2: the leads after the asking time without an answer, Core after a second one. */
function seekGroup(record: ProposalRecord, { governance, calendar, facts }: DecideContext, now: Instant): readonly Courtesy[] {
  const { group, state, opened, stateSince } = record;
  const door = governance.project["front-door"];
  if (!door["group-required"] || state !== "proposal" || group.stands !== null || opened === null) return [];
  // A group that decides about it has answered.
  const decides = record.decisions.some(({ closed, matter }) => closed === null && matter === "sponsorship");
  if (group.rounds >= 2 || decides) return [];
  const last =
    group.asked
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ??
    stateSince ??
    opened.at;
  const from = addDuration(group.soughtAt ?? last, door["ask-lead-after"], calendar);
  if (group.rounds === 1) {
    return [{ from, fact: { type: "group-sought", asked: governance.authorities.get("core-maintainers")?.members ?? [], round: 2 } }];
  }
  const groups = group.asked.length > 0 ? group.asked.map((each) => each.group) : [facts.route.group ?? ""];
  const leads = groups.flatMap((id) => leadsOf(governance.groups.get(id) ?? { leads: [] }, { at: now }));
  return [{ from, fact: { type: "group-sought", asked: leads.filter((person) => !facts.authors.has(person)), round: 1 } }];
}

/** S7: people who may sponsor are asked so often, and only then, six months after the author's last act, it rests. */
function seekSponsor(record: ProposalRecord, context: DecideContext, now: Instant): readonly Courtesy[] {
  const { governance, calendar, facts, sponsored } = context;
  const { state, sponsor, stateSince } = record;
  const timer = governance.lifecycle.timers.find((each) => each.state === "proposal");
  if (state !== "proposal" || sponsor !== null || !timer || stateSince === null) return [];
  const asked = record.reminders.filter(({ about, at }) => about.startsWith("sponsors/") && at >= stateSince);
  const last = asked.at(-1)?.at ?? stateSince;
  if (asked.length < timer.asks) {
    const domain = primaryDomain(facts.classification)?.id ?? null;
    const eligible = rankSponsors({ governance, domain, authors: facts.authors, sponsored, today: now.slice(0, 10) });
    const called = withinBudget(eligible, mostSponsors, addDuration(last, timer["ask-every"], calendar), now, context);
    return reminder(`sponsors/${asked.length + 1}`, called);
  }
  if (timer.dormant === undefined) return [];
  const acted = lastActOfAuthor(record, context);
  const silent = acted !== null && acted > stateSince ? acted : stateSince;
  const rests = addDuration(silent, timer.dormant, calendar);
  const answerable = addDuration(last, timer["ask-every"], calendar);
  const from = rests > answerable ? rests : answerable;
  return [{ from, fact: { type: "state-moved", from: "proposal", to: "dormant" } }];
}

/** Refused ones count too; what has to be said again was not said. */
function lastActOfAuthor({ answers, pushedAt }: ProposalRecord, { facts, governance }: DecideContext): Instant | null {
  const byAuthors = [...answers.values()].filter(({ actor: by, outcome }) => {
    const actor = by === null || outcome.kind === "repeat" ? null : resolveActor({ ...by, bot: false }, governance);
    return actor !== null && isAuthor({ actor, facts });
  });
  return [...byAuthors.map(({ at }) => at), ...(pushedAt === null ? [] : [pushedAt])].toSorted().at(-1) ?? null;
}

function reminder(about: string, called: Called | null): readonly Courtesy[] {
  return called === null ? [] : [{ from: called.from, fact: { type: "reminded", about, logins: called.logins } }];
}

/** Whoever's turn it is, once in each period without news. */
function remind(record: ProposalRecord, context: DecideContext, now: Instant): readonly Courtesy[] {
  const { state, stateSince } = record;
  const { governance, calendar } = context;
  const timer = governance.lifecycle.timers.find((each) => each.state === state);
  if (timer?.remind === undefined || stateSince === null) return [];
  const before = record.reminders.filter(({ about, at }) => about.startsWith("turn/") && at >= stateSince);
  const opened = record.decisions.map(({ openedAt, closed }) => closed?.at ?? openedAt);
  const last = [...before.map(({ at }) => at), ...opened, stateSince].toSorted().at(-1) ?? stateSince;
  if (record.decisions.some(({ closed }) => closed === null)) return [];
  const called = withinBudget(whoseTurn(record, context, now), mostInTurn, addDuration(last, timer.remind, calendar), now, context);
  return reminder(`turn/${state}/${before.length + 1}`, called);
}

/** Of a group's leads; nobody else shares a turn. */
const mostInTurn = 2;

/** Everybody whose turn it may be, in order. */
function whoseTurn(record: ProposalRecord, { governance, facts }: DecideContext, now: Instant): readonly string[] {
  switch (record.state) {
    case "proposal":
      return record.opened ? [record.opened.author] : [];
    case "draft":
      return record.sponsor ? [record.sponsor.login] : [];
    case "in-review": {
      const escalation = openEscalation({ record });
      if (escalation?.handler) return [escalation.handler];
      const leads = facts.route.group === null ? [] : leadsOf(governance.groups.get(facts.route.group) ?? { leads: [] }, { at: now });
      return leads.flatMap((person) => governance.people.get(person)?.login ?? []);
    }
    case "accepted":
      return record.oversight !== null && record.oversight.ended === null ? [] : record.sponsor ? [record.sponsor.login] : [];
    default:
      return [];
  }
}
