import { formatInstant } from "../../calendar/index.ts";
import { isAttestedHead } from "../../domain/head-files.ts";
import type { ProposalState } from "../../domain/proposal-vocabulary.ts";
import { bulleted, code, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/index.ts";

const shownHolds = 10;
/** From where no road leads to a merge. */
const ends: ReadonlySet<ProposalState> = new Set(["rejected", "withdrawn", "superseded", "dormant", "merged-unratified"]);

/** What keeps the gate closed (H2): each with what opens it. Nothing once it is open. */
export function renderGate(data: ProposalStatus): Markdown {
  if (ends.has(data.state)) return nothing;
  const open = [...beforeFinal(data), ...obstacles(data)];
  return open.length === 0 ? nothing : md`**Before it can be merged**\n\n${bulleted(open)}`;
}

function beforeFinal(data: ProposalStatus): readonly Markdown[] {
  const { record, state, requirements } = data;
  if (state === "final")
    return record.final === null || isAttestedHead(record, data.places.headSha) ? [] : [md`${code("/final")} was said of another head`];
  const open = requirements.filter(({ status }) => status === "missing" || status === "unknown");
  return [
    ...(state === "accepted" ? [] : [md`it is accepted`]),
    ...open.map(({ item, status, text }) => md`${code(item)} ${status === "unknown" ? "is not known yet" : "is missing"}: ${phrase(text)}`),
    md`its sponsor attests what R7 asks, with ${code("/final")}`,
  ];
}

function obstacles({ record }: ProposalStatus): readonly Markdown[] {
  const { holds, leadVeto, unconfirmed, oversight } = record;
  return [
    ...(oversight?.ended === null
      ? [
          oversight.endsAt === null
            ? md`the approval it awaits is given`
            : md`oversight ends ${formatInstant(oversight.endsAt)}, or earlier`,
        ]
      : []),
    ...holds
      .slice(0, shownHolds)
      .map(({ login, endsAt }) => md`the hold of ${code(login, 40)} ends, at the latest ${formatInstant(endsAt)}`),
    ...(leadVeto ? [md`a Lead Maintainer lifts the veto of ${code(leadVeto.login, 40)}`] : []),
    ...(unconfirmed ? [md`the text that changed since the acceptance is confirmed, or pushed back`] : []),
  ];
}
