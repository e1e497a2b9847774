import type { FactDraft } from "../../commands/command.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Governance } from "../../governance/index.ts";
import { moved } from "./conclude.ts";
import type { DecideContext } from "./decide-context.ts";

/** X5: enough people of the authority that the route names said yes to a head that differs from what was accepted. */
export function settleHeads(record: ProposalRecord, { facts, governance }: DecideContext): readonly FactDraft[] {
  const { final, text, unconfirmed } = record;
  if (record.state === "final" && final !== null && text !== null && final.digest !== text.digest) {
    return [{ fact: { type: "final-undone", why: "the text changed after it was attested" } }, moved(record, "accepted")];
  }
  const judged = judgeHead(record, facts);
  if (judged.length > 0) return judged;
  if (unconfirmed === null || text === null) return [];
  const given = record.headConfirmations.filter(({ headSha }) => headSha === unconfirmed.headSha);
  const organisations = new Set(given.flatMap(({ organisation }) => organisation ?? [])).size;
  const asked = confirmationsAsked(governance, facts.route.kind === "core" || record.coreDecides ? null : facts.route.procedure);
  if (given.length === 0 || given.length < asked.people || organisations < asked.organisations) return [];
  return [{ fact: { type: "head-confirmed", headSha: unconfirmed.headSha, digest: text.digest } }];
}

/** X4: after acceptance every head is compared with what was accepted; pushing that text back ends it. */
function judgeHead(record: ProposalRecord, facts: DecideContext["facts"]): readonly FactDraft[] {
  const { accepted, text, unconfirmed, state } = record;
  if (accepted === null || text === null || (state !== "accepted" && state !== "final")) return [];
  const known = [accepted, ...accepted.earlier];
  const changed = known.some(({ proposal }) => proposal === text.proposal) ? facts.laterReasons : ["text-changed"];
  const reasons = known.some(({ digest }) => digest === text.digest) ? [] : changed;
  if (reasons.length === 0 && unconfirmed === null) return [];
  if (unconfirmed?.headSha === text.headSha && unconfirmed.reasons.join() === reasons.join()) return [];
  return [{ fact: { type: "head-judged", headSha: text.headSha, reasons } }];
}

/** As many as the group's consensus asks consents of, one at least; of Core what `confirm` says. */
function confirmationsAsked({ procedures, rules }: Governance, groupProcedure: string | null): { people: number; organisations: number } {
  const procedure = procedures.get(groupProcedure ?? "");
  if (procedure?.kind !== "lazy-consensus") return { people: rules.confirm["authority-members"], organisations: 0 };
  return { people: Math.max(1, procedure.consents.needed), organisations: procedure.consents.organisations };
}
