import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { Governance } from "../../governance/index.ts";
import type { Markdown } from "../markdown/index.ts";
import { tellDecisionFact } from "./tell-decision.ts";
import { tellOversightFact } from "./tell-oversight.ts";
import { tellRoadFact } from "./tell-road.ts";

/** What a fact says, as words after "`juno`:"; null for what concerns Steward's own work alone. */
export function tellFact(fact: LedgerFact, governance: Governance): Markdown | null {
  switch (fact.type) {
    case "text-published":
    case "act-answered":
    case "reply-posted":
    case "reminded":
      return null;
    case "decision-opened":
    case "ballot-cast":
    case "ballot-withdrawn":
    case "block-raised":
    case "block-lifted":
    case "vote-asked":
    case "voter-removed":
    case "voter-restored":
    case "decision-closed":
    case "decision-reopened":
      return tellDecisionFact(fact, governance);
    case "oversight-opened":
    case "oversight-ended":
    case "oversight-reopened":
    case "escalation-opened":
    case "escalation-answered":
    case "private-matter-reported":
    case "lead-veto-raised":
    case "lead-veto-lifted":
    case "record-entered":
    case "record-confirmed":
    case "record-ended":
    case "hold-set":
    case "hold-lifted":
    case "hold-ended":
      return tellOversightFact(fact, governance);
    default:
      return tellRoadFact(fact, governance);
  }
}
