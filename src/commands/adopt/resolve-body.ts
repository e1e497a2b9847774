import type { Refusal } from "../../domain/answer.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandContext, refuse } from "../command.ts";
import { concernedGroups, othersOf } from "../roles.ts";
import { findBody, listBodies, refuseUnknownBody, type StandingBody, speakersOf, speaksFor } from "../standing-body.ts";

/**
 * Whom the actor answers for: the body named, else the one that was asked last, else the only Working Group they lead, else an authority that
 * they are a member of. Of several groups none is guessed.
 */
export function resolveBody(written: string, context: CommandContext): Result<StandingBody, Refusal> {
  const bodies = listBodies(context.governance);
  if (written !== "") {
    const named = findBody(written, context.governance);
    if (!named) return err(refuseUnknownBody(written, context, null));
    return speaksFor(named.id, context) ? ok(named) : err(notLead(context, [named]));
  }
  const asked = context.record.group.asked.flatMap(({ group }) => bodies.find(({ id }) => id === group) ?? []);
  const mine = bodies.filter(({ id }) => speaksFor(id, context));
  const answered = asked.findLast((body) => mine.includes(body));
  if (answered) return ok(answered);
  const led = mine.filter(({ kind }) => kind === "working-group");
  if (led.length > 1) {
    return err(
      refuse("several-groups", `You lead ${led.map(({ name }) => name).join(" and ")}, and none of them was asked.`, {
        instead: `Name the group: ${led.map(({ id }) => `\`/adopt ${id}\``).join(" or ")}.`,
      }),
    );
  }
  const meant = led[0] ?? mine.find(({ kind }) => kind === "authority");
  return meant ? ok(meant) : err(notLead(context, asked));
}

function notLead(context: CommandContext, bodies: readonly StandingBody[]): Refusal {
  const ids = bodies.length > 0 ? bodies.map(({ id }) => id) : concernedGroups(context).map(({ id }) => id);
  const who = othersOf(
    ids.flatMap((id) => speakersOf(id, context)),
    context,
  );
  const [only] = bodies;
  const whose = only && bodies.length === 1 ? ` of ${only.name}` : " of the group";
  const text = only?.kind === "authority" && bodies.length === 1 ? `A member${whose} answers for it.` : `A lead${whose} answers for it.`;
  return refuse("not-lead", text, { who, clause: only?.clause ?? null });
}
