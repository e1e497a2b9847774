import type { FinalAttestation } from "../../conformance/index.ts";
import type { CommandContext, FactDraft } from "../command.ts";

/** H3: the attestation, bound to the head, and the end of the road. */
export function applyFinal(attestation: FinalAttestation, context: CommandContext): readonly FactDraft[] {
  const { facts, record } = context;
  const judged = isRepeated(attestation, context) ? null : (facts.final?.(attestation) ?? null);
  if (judged === null) return [];
  const items = judged.entries.map(({ item, status, links }) => ({ item, status, links }));
  return [
    { fact: { type: "final-attested", headSha: facts.headSha, digest: facts.digest, items } },
    ...(record.state === "final" ? [] : [{ fact: { type: "state-moved", from: record.state, to: "final" } } satisfies FactDraft]),
  ];
}

/** T7: it is final at this head, and what is said of it names nothing new. */
export function isRepeated({ items }: FinalAttestation, { record, facts }: Pick<CommandContext, "record" | "facts">): boolean {
  const { final, state } = record;
  if (state !== "final" || final === null || final.headSha !== facts.headSha) return false;
  const known = new Set(final.items.flatMap(({ links }) => links));
  return items.every(({ links, kind }) => kind === "links" && links.every((link) => known.has(link)));
}
