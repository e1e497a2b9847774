import { dayOf } from "../../calendar/index.ts";
import type { Attestation } from "../../domain/ledger-event.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import type { Ready } from "./parse.ts";

/** S5: into review and the queue, or back; a repeated `/ready` keeps the readiness date and adds to what was attested. */
export function applyReady({ kind, links }: Ready, context: CommandContext): readonly FactDraft[] {
  const { record, at, calendar, facts } = context;
  const move = (to: "draft" | "in-review"): FactDraft => ({ fact: { type: "state-moved", from: record.state, to } });
  if (kind === "draft") {
    if (record.state === "draft") return [];
    return [move("draft"), ...(record.ready ? [{ fact: { type: "queue-left" } } satisfies FactDraft] : [])];
  }
  const attested = merge(record.attested, links);
  const again = record.ready?.kind === kind ? record.ready : null;
  const moves = kind === "formal" && record.state === "draft";
  if (!moves && again?.digest === facts.digest && isSame(record.attested, attested)) return [];
  const date = again?.date ?? dayOf(at, calendar);
  return [...(moves ? [move("in-review")] : []), { fact: { type: "readied", kind, date, digest: facts.digest, links: attested } }];
}

/** Items that were given replace what stood. */
function merge(before: Attestation | null, { prototype, benefit, support }: Attestation): Attestation {
  return {
    prototype: prototype.length > 0 ? prototype : (before?.prototype ?? []),
    benefit: benefit.length > 0 ? benefit : (before?.benefit ?? []),
    support: support.length > 0 ? support : (before?.support ?? []),
  };
}

function isSame(before: Attestation | null, { prototype, benefit, support }: Attestation): boolean {
  const same = (one: readonly string[], other: readonly string[]) => one.join("\n") === other.join("\n");
  return before !== null && same(before.prototype, prototype) && same(before.benefit, benefit) && same(before.support, support);
}

/** What of R2.5 is still without a link. */
export function unattested({ links }: Ready, { record }: CommandContext): readonly string[] {
  const attested = merge(record.attested, links);
  return (["prototype", "benefit", "support"] as const).filter((item) => attested[item].length === 0);
}
