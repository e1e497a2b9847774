import { addDuration, dayOf, endOfDay, reviewWindowAt } from "../../calendar/index.ts";
import type { DecisionPart, Voter } from "../../domain/decision.ts";
import type { Oversight } from "../../domain/route.ts";
import type { Procedure } from "../../governance/schema/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import { clauseOf } from "../clause-of.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import type { Share } from "../shares.ts";
import { freezeElectorate, frozenAuthors } from "./electorate.ts";

type VoteProcedure = Extract<Procedure, { kind: "vote" }>;

type VoteShare = Omit<Share, "procedure"> & { readonly procedure: VoteProcedure };

export interface VoteOpening {
  readonly proposes: "accept" | "reject";
  readonly parts: readonly Share[];
  readonly oversight: Oversight | null;
}

/** A vote of groups or of Core, its electorate and numbers frozen (O6); empty where a procedure is no vote. */
export function openVote({ proposes, parts, oversight }: VoteOpening, context: CommandContext): readonly FactDraft[] {
  const { governance, calendar, at, facts, record, actor } = context;
  const found = parts.flatMap(({ procedure: id, ...share }) => {
    const procedure = governance.procedures.get(id);
    return procedure?.kind === "vote" ? [{ ...share, procedure, endsAt: addDuration(at, procedure.window, calendar) }] : [];
  });
  const endsAt = found
    .map((each) => each.endsAt)
    .toSorted()
    .at(-1);
  if (found.length < parts.length || endsAt === undefined) return [];
  return [
    {
      clause: clauseOf(`procedures/${found[0]?.procedure.id ?? ""}`, context),
      fact: {
        type: "decision-opened",
        matter: "proposal",
        proposes,
        weight: null,
        parts: found.map((each) => toPart(each, endsAt, context)),
        digest: facts.digest,
        endsAt,
        deferredAt: found.some(({ procedure }) => procedure["inside-review-window"] === true) ? windowClose(endsAt, context) : null,
        openedBy: actor.key,
        oversight,
        authors: frozenAuthors(facts),
        sponsor: record.sponsor?.person ?? null,
      },
    },
  ];
}

function toPart({ authority, procedure, fewest }: VoteShare, endsAt: Instant, context: CommandContext): DecisionPart {
  const electorate = freezeElectorate(authority, context);
  const away = context.governance.rules.away === "leaves-quorum" ? electorate.filter((voter) => isAway(voter, endsAt, context)) : [];
  return {
    authority,
    electorate,
    fewest,
    rule: {
      kind: "vote",
      procedure: procedure.id,
      quorum: procedure.quorum,
      threshold: procedure.threshold,
      abstainCounts: procedure.abstain === "counts-for-quorum",
      earlyClose: procedure["early-close"],
      // V5, V6: a group's goes to the next authority, and above Core there is none.
      notPassed: procedure["not-passed"] ?? (context.governance.authorities.has(authority) ? "return" : "escalate"),
      away: away.map(({ person }) => person),
    },
  };
}

/** V3: away on every day of the vote, its first and last included. */
function isAway({ person }: Voter, endsAt: Instant, { governance, calendar, at }: CommandContext): boolean {
  const [first, last] = [dayOf(at, calendar), dayOf(endsAt, calendar)];
  return governance.people.get(person)?.away.some(({ from, until }) => from <= first && last <= until) ?? false;
}

/** V7: the close of the review window that is open now, where the vote would end after it. */
function windowClose(endsAt: Instant, { governance, calendar, at }: CommandContext): Instant | null {
  const window = reviewWindowAt(dayOf(at, calendar), governance.project.calendar["review-windows"]);
  const close = window ? endOfDay(window.closes, calendar) : null;
  return close !== null && close < endsAt ? close : null;
}
