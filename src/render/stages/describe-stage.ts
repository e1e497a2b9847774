import { assertNever } from "../../kernel/assert-never.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { describeAccepted } from "./accepted.ts";
import { besideRows } from "./beside.ts";
import { describeConsensus } from "./consensus.ts";
import { describeDraft } from "./draft.ts";
import { describeEnd } from "./ended.ts";
import { describeEntered } from "./entered.ts";
import { describeEscalation } from "./escalated.ts";
import { describeLeadVeto } from "./lead-veto.ts";
import { describeOpening } from "./opening.ts";
import { describeOversight } from "./oversight.ts";
import { describeErrors, describeSeeking } from "./seeking.ts";
import type { Call, StageText } from "./stage-text.ts";
import { describeVote } from "./vote.ts";

/** The stage that a proposal is in, and whose turn it is there. */
export function describeStage(data: ProposalStatus, call: Call): StageText {
  const stage = chooseStage(data, call);
  const held = data.record.holds.length > 0 && data.state !== "withdrawn" && data.state !== "rejected";
  return { ...stage, title: held ? `${stage.title} · on hold` : stage.title, rows: [...stage.rows, ...besideRows(data)] };
}

/** What stops everything comes before what is open, and that before what could open. */
function chooseStage(data: ProposalStatus, call: Call): StageText {
  const { record, state } = data;
  switch (state) {
    case "final":
    case "withdrawn":
    case "superseded":
    case "dormant":
    case "merged-unratified":
      return describeEnd(state, data, call);
    case "rejected":
      return running(data, call) ?? describeEnd(state, data, call);
    case "accepted":
      return running(data, call) ?? describeAccepted(data, call);
    case "in-review":
      return running(data, call) ?? describeOpening(data, call);
    case "draft":
      return describeErrors("Draft", data, call) ?? describeDraft(data, call);
    case "proposal":
      return openStage(data, call) ?? describeErrors("Proposal", data, call) ?? describeSeeking({ ...data, record }, call);
    default:
      return assertNever(state);
  }
}

function running(data: ProposalStatus, call: Call): StageText | null {
  const { leadVeto, escalations, entered, oversight } = data.record;
  if (leadVeto) return describeLeadVeto(leadVeto, data);
  const waiting = entered.find(({ ended }) => ended === null);
  if (waiting) return describeEntered(waiting, data);
  const open = openStage(data, call);
  if (open) return open;
  const escalation = escalations.find(({ answer }) => answer === null);
  if (escalation) return describeEscalation(escalation, data, call);
  return oversight?.ended === null ? describeOversight(oversight, data) : null;
}

function openStage(data: ProposalStatus, call: Call): StageText | null {
  const open = data.record.decisions.filter(({ closed }) => closed === null);
  const decision = open.find(({ matter }) => matter !== "recommendation") ?? open[0];
  if (!decision) return null;
  return decision.parts.some(({ rule }) => rule.kind === "vote") ? describeVote(decision, data) : describeConsensus(decision, data, call);
}
