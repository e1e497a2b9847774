import type { Refusal } from "../../domain/answer.ts";
import { ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { concernedGroups, isAuthor, isCore, isLeadOf, isSponsor, leadsOf, loginsOf } from "../roles.ts";

export const domain = register<readonly string[]>(
  {
    name: "domain",
    usage: "/domain id…",
    who: "leads of the groups concerned, and Core; the author and the sponsor can only add one",
    does: "settles what the proposal is about; the first id is the primary domain",
    rules: ["Q1", "O2"],
    examples: [{ situation: "by a stranger", text: "/domain forecasts", outcome: "not-concerned" }],
    parse: (line) =>
      ok(
        line.argument
          .toLowerCase()
          .split(/[\s,]+/)
          .filter((word) => word !== "")
          .map((word) => word.replaceAll(/[`"']/g, "")),
      ),
    authorise(ids, context) {
      const { governance } = context;
      const unknown = ids.find((id) => !governance.domains.has(id));
      if (ids.length === 0 || unknown !== undefined) {
        const list = [...governance.domains.keys()].map((id) => `\`${id}\``).join(", ");
        return refuse(
          "no-such-domain",
          ids.length === 0
            ? `It names no domain; there are ${list}.`
            : `No domain is called \`${(unknown ?? "").slice(0, 60)}\`; there are ${list}.`,
        );
      }
      return whyNotSettling(
        context,
        ids.flatMap((id) => governance.domains.get(id)?.owner ?? []),
      );
    },
    apply: settle,
    say: (ids, context) =>
      onlyWidens(context) ? "What you added counts where it widens the concern." : `The primary domain is \`${ids[0] ?? ""}\`.`,
  },
  "/domain id",
);

/** Authors and sponsor widen and never narrow (Q1). */
export const onlyWidens = (context: CommandContext): boolean => isAuthor(context) || isSponsor(context);

/** Q1: leads of the present or the named domain's owner, Core, and, widening, those whose proposal it is; nothing while a decision is open. */
export function whyNotSettling(context: CommandContext, owners: readonly string[]): Refusal | null {
  const { governance, record } = context;
  if (record.decisions.some(({ closed }) => closed === null))
    return refuse("decision-open", "A decision is open, and it is about what was settled before.");
  if (onlyWidens(context) || isCore(context)) return null;
  const groups = [...concernedGroups(context), ...owners.flatMap((id) => governance.groups.get(id) ?? [])];
  if (groups.some((group) => isLeadOf(group, context))) return null;
  const who = loginsOf(new Set(groups.flatMap((group) => leadsOf(group, context))), governance);
  return refuse("not-concerned", "Leads of the groups concerned and Core settle that.", { who });
}

function settle(ids: readonly string[], context: CommandContext): readonly FactDraft[] {
  const { actor, record } = context;
  const by = { login: actor.login, actorId: actor.id };
  const set = (id: string): FactDraft => ({ fact: { type: "domain-set-by-hand", domain: id, action: "set", ...by } });
  // The primary one last: the latest that is set is the primary.
  const wanted = ids.toReversed().map(set);
  if (onlyWidens(context)) return wanted;
  const chosen = new Set(
    record.handFacts.flatMap((fact) => (fact.type === "domain-set-by-hand" && fact.action === "set" ? [fact.domain] : [])),
  );
  const dropped = [...chosen].filter((id) => !ids.includes(id));
  const [primary] = ids;
  // Q1, O2: Core settles, and only a lead confirms.
  const lead = concernedGroups(context).some((group) => isLeadOf(group, context)) || ownsAny(ids, context);
  return [
    ...dropped.map((id): FactDraft => ({ fact: { type: "domain-set-by-hand", domain: id, action: "removed", ...by } })),
    ...wanted,
    ...(lead && primary !== undefined
      ? [{ fact: { type: "domain-confirmed", domain: primary, person: actor.key } } satisfies FactDraft]
      : []),
  ];
}

const ownsAny = (ids: readonly string[], context: CommandContext) =>
  ids.some((id) => isLeadOf(context.governance.groups.get(context.governance.domains.get(id)?.owner ?? ""), context));
