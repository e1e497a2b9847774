import { dayOf, freezeAt, reviewWindowAt } from "../../calendar/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import { isPinned } from "../../governance/index.ts";
import type { Procedure } from "../../governance/schema/index.ts";
import { isShort } from "../../procedures/index.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { membersOf } from "../deciding.ts";
import type { Share } from "../shares.ts";
import { freezeElectorate } from "./electorate.ts";

/** What the constitution must give before anything opens: a procedure of the kind, somebody who votes, and for votes a time (V7). */
export function whyCannotOpen(shares: readonly Share[], kind: Procedure["kind"], context: CommandContext): Refusal | null {
  const { governance } = context;
  const what = kind === "vote" ? "vote" : "consensus";
  if (shares.length === 0) return refuse("no-procedure", `The constitution names no ${what} for who decides this.`);
  for (const { authority, procedure: id, fewest } of shares) {
    const procedure = governance.procedures.get(id);
    const body = governance.groups.get(authority) ?? governance.authorities.get(authority);
    const name = body?.name ?? authority;
    if (procedure?.kind !== kind) {
      const clause = body?.clause ?? null;
      return refuse("no-procedure", `The constitution names no ${what} by which ${name} decides this.`, { clause });
    }
    if (freezeElectorate(authority, context).length === 0) {
      const text = `Nobody of ${name} could decide this: authors, recused people and accounts without a numeric id are left out.`;
      return refuse("no-electorate", text, { clause: clauseOf("act-on-own", context) });
    }
    const short = whyShort(authority, fewest, context);
    if (short) return short;
    const closed = whyNoTime(procedure, context);
    if (closed) return closed;
  }
  return null;
}

/** O1: the route counts seats; people without a numeric id hold theirs and cannot act. */
function whyShort(authority: string, fewest: number, context: CommandContext): Refusal | null {
  const { governance, record } = context;
  const group = governance.groups.get(authority);
  if (!group || !isShort(freezeElectorate(authority, context), fewest, record.sponsor?.person ?? null)) return null;
  const unpinned = group.voters.flatMap(({ person }) => governance.people.get(person) ?? []).filter((person) => !isPinned(person));
  return refuse(
    "too-few-voters",
    `${group.name} has too few voters who can act on this: a decision needs two beside the sponsor, of two organisations.`,
    {
      clause: group.clause,
      who: membersOf("core-maintainers", governance),
      instead:
        unpinned.length > 0
          ? `people.yml gives no numeric id of ${unpinned.map(({ login }) => `\`${login}\``).join(", ")}: with it they can act. Or Core decides: \`/route core\`.`
          : "Core can decide it: `/route core`.",
    },
  );
}

/** V7: such a vote opens in a review window only, and never in a hard freeze, where windows are given. */
function whyNoTime(procedure: Procedure, context: CommandContext): Refusal | null {
  const { governance, calendar, at } = context;
  const { "review-windows": windows, freezes } = governance.project.calendar;
  if (procedure.kind !== "vote" || procedure["inside-review-window"] !== true || windows.length === 0) return null;
  const today = dayOf(at, calendar);
  const clause = clauseOf("calendar", context);
  const next = windows
    .map(({ opens }) => opens)
    .filter((opens) => opens > today)
    .toSorted()[0];
  const instead = next === undefined ? null : `The next review window opens on ${next}.`;
  if (reviewWindowAt(today, windows) === null) {
    return refuse("outside-review-window", "This vote opens while a review window is open, and none is.", { clause, instead });
  }
  const freeze = freezeAt(today, freezes);
  return freeze?.kind === "hard"
    ? refuse("hard-freeze", `In ${freeze.name} nothing is put to the vote, until ${freeze.closes}.`, { clause, instead })
    : null;
}
