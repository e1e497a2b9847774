import { addDuration } from "../../calendar/index.ts";
import type { DecisionMatter, DecisionPart } from "../../domain/decision.ts";
import type { Oversight } from "../../domain/route.ts";
import { clauseOf } from "../clause-of.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import type { Share } from "../shares.ts";
import { freezeElectorate, frozenAuthors } from "./electorate.ts";

export interface ConsensusOpening {
  readonly matter: DecisionMatter;
  readonly proposes: "accept" | "reject";
  readonly weight: "minor" | "significant";
  /** Groups, or an authority, each with its procedure's id. */
  readonly parts: readonly Share[];
  readonly oversight: Oversight | null;
}

/** Lazy consensus with its end at once (O2, R5.6); of several groups the longest window counts (C6). Empty where a procedure is no consensus. */
export function openConsensus(opening: ConsensusOpening, context: CommandContext): readonly FactDraft[] {
  const { governance, calendar, at, facts, record, actor } = context;
  const { matter, proposes, weight, oversight } = opening;
  const accepts = matter === "proposal" && proposes === "accept";
  const opened = opening.parts.flatMap(({ authority, procedure: id, fewest }) => {
    const procedure = governance.procedures.get(id);
    if (procedure?.kind !== "lazy-consensus") return [];
    // C1: minor matters that accept no proposal may rest on silence alone.
    const explicit = accepts || weight === "significant" || procedure["minor-needs-consents"];
    const part: DecisionPart = {
      authority,
      electorate: freezeElectorate(authority, context),
      fewest,
      rule: {
        kind: "lazy-consensus",
        procedure: id,
        consents: explicit ? procedure.consents.needed : 0,
        organisations: explicit ? procedure.consents.organisations : 0,
        excluding: procedure.consents.excluding,
        attestation: accepts && procedure.attestation === "required",
      },
    };
    return [{ part, endsAt: addDuration(at, procedure.window[weight], calendar), clause: clauseOf(`procedures/${id}`, context) }];
  });
  if (opened.length < opening.parts.length || opened.length === 0) return [];
  return [
    {
      clause: opened[0]?.clause ?? null,
      fact: {
        type: "decision-opened",
        matter,
        proposes,
        weight,
        parts: opened.map(({ part }) => part),
        digest: facts.digest,
        endsAt:
          opened
            .map(({ endsAt }) => endsAt)
            .toSorted()
            .at(-1) ?? at,
        deferredAt: null,
        openedBy: actor.key,
        oversight,
        authors: frozenAuthors(facts),
        sponsor: record.sponsor?.person ?? null,
      },
    },
  ];
}
