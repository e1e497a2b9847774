import { formatInstant, isAfterDeadline } from "../../calendar/index.ts";
import type { DecisionRecord } from "../../domain/decision.ts";
import { judgeDecision } from "../../procedures/index.ts";
import { code, join, type Markdown, md, nothing } from "../markdown/index.ts";
import { listNames } from "../names.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { consensusRows } from "./consensus-rows.ts";
import { loginOf } from "./people.ts";
import { authoritiesOf, plainBodies } from "./plain-names.ts";
import type { Call, StageText } from "./stage-text.ts";
import { tellMissing, unattested } from "./still-missing.ts";

/** Lazy consensus on a proposal, on a group's recommendation, or on its standing behind the proposal (C1-C6). */
export function describeConsensus(decision: DecisionRecord, data: ProposalStatus, call: Call): StageText {
  const { record, now, governance } = data;
  const verdict = judgeDecision(decision, { now, attested: unattested(record).length === 0 });
  const missing = verdict.kind === "open" ? verdict.missing : [];
  const blockers = missing.flatMap((each) => (each.kind === "block" ? each.persons : []));
  const needed = tellMissing(missing, decision, governance);
  const late = isAfterDeadline(now, decision.endsAt);
  const ends = formatInstant(decision.endsAt);
  const about = subject(decision, data);
  const title =
    blockers.length > 0
      ? `${about}a block stands`
      : late
        ? `${about}past its end, waiting for ${needed.join(" and ") || "its result"}`
        : `${about}closes ${decision.proposes === "reject" ? "as rejected " : ""}${ends} unless a voting member blocks`;
  const time = late ? md`Its time ended ${ends}.` : md`It closes ${ends} at the earliest.`;
  return {
    title,
    sentences: [
      blockers.length > 0
        ? md`${time} It is not decided while a block stands: ${listNames(blockers.slice(0, 5).map((person) => code(loginOf(person, governance), 40)))} can lift theirs with ${code("/unblock")}, and a voting member can ask for a vote with ${code("/call-vote")}.`
        : nothing,
      needed.length > 0 && (!late || blockers.length > 0)
        ? md`Needed: ${needed.join(", and ")}.`
        : late || blockers.length > 0
          ? nothing
          : md`Silence is consent: nothing else is needed.`,
      askAttestation(
        missing.some(({ kind }) => kind === "attestation"),
        data,
        call,
      ),
      md`Voting members: ${code("/lgtm")}, or ${code("/block reason")} with an alternative or what would lift it.`,
    ],
    rows: consensusRows(decision, data),
  };
}

function subject(decision: DecisionRecord, { governance }: ProposalStatus): string {
  const who = plainBodies(authoritiesOf(decision), governance);
  switch (decision.matter) {
    case "proposal":
      return "In review · ";
    case "recommendation":
      return `In review · ${who}'s recommendation: `;
    case "sponsorship":
      return `Proposal · whether ${who} stands behind it: `;
  }
}

function askAttestation(asked: boolean, { record }: ProposalStatus, call: Call): Markdown {
  if (!asked) return nothing;
  const lines = join(
    unattested(record).map((item) => code(`${item}:`)),
    ", ",
  );
  const who = record.sponsor ? call(record.sponsor.login) : md`its sponsor, who is missing`;
  return md`${who}, the attestation is yours: ${code("/ready")} with links at ${lines}.`;
}
