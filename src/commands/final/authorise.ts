import { formatInstant } from "../../calendar/index.ts";
import type { FinalAttestation } from "../../conformance/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import { type CommandContext, refuse } from "../command.ts";
import { isSponsor } from "../roles.ts";
import { isRepeated } from "./apply.ts";

/** H3: the sponsor, once it is accepted and nobody can take that back, with every item of R7 that applies. */
export function authoriseFinal(attestation: FinalAttestation, context: CommandContext): Refusal | null {
  const { record } = context;
  if (record.state !== "accepted" && record.state !== "final") {
    return refuse("not-accepted", `It is \`${record.state}\`, and only an accepted proposal becomes final.`);
  }
  if (!isSponsor(context)) {
    const who = record.sponsor ? [record.sponsor.login] : [];
    return refuse("not-sponsor", "Its sponsor attests that it is complete (R7.5).", {
      who,
      instead: record.sponsor ? null : "It has no sponsor: somebody who may sponsor writes `/sponsor` first.",
    });
  }
  return isRepeated(attestation, context) ? null : (whyNotYet(context) ?? whyIncomplete(attestation, context));
}

function whyNotYet({ record }: CommandContext): Refusal | null {
  const { oversight } = record;
  if (oversight !== null && oversight.ended === null) {
    if (oversight.endsAt === null)
      return refuse("in-oversight", "It is in oversight until Core has said yes.", { instead: "Core says so with `/lgtm`." });
    return refuse("in-oversight", `It is in oversight until ${formatInstant(oversight.endsAt)}.`, {
      instead: "Write it again then; a Core Maintainer who took no part may release it before, with `/lgtm`.",
    });
  }
  if (record.decisions.some(({ closed }) => closed === null))
    return refuse("decision-open", "A decision about its text is open, and ends first.");
  if (record.unconfirmed === null) return null;
  return refuse("head-unconfirmed", "The head differs from what was accepted, and nobody has confirmed it.", {
    instead: "Voters of the deciding authority confirm it with `/lgtm`; pushing the accepted text back ends it too.",
  });
}

/** All that is missing, in one reply. */
function whyIncomplete(attestation: FinalAttestation, { facts }: CommandContext): Refusal | null {
  const judged = facts.final?.(attestation) ?? null;
  if (judged === null)
    return refuse("unknown", "What R7 asks could not be looked at now, and what is unknown stays open.", {
      instead: "Write it again later.",
    });
  if (judged.complete) return null;
  const open = judged.entries.filter(({ status }) => status === "missing" || status === "unknown");
  const items = open.map(({ item, text, clause }) => `\`${item}\`: ${text} (${clause})`);
  return refuse("incomplete", `Not everything is there yet. ${items.join(" · ")}`, {
    instead: "Write `/final` again with all items, once these are there.",
  });
}
