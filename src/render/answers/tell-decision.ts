import { formatInstant } from "../../calendar/index.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { Governance } from "../../governance/index.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { type Markdown, md } from "../markdown/index.ts";
import { countOf } from "../names.ts";
import { namePerson, plainBodies } from "../stages/index.ts";

type DecisionFact = Extract<
  LedgerFact,
  {
    type:
      | "decision-opened"
      | "ballot-cast"
      | "ballot-withdrawn"
      | "block-raised"
      | "block-lifted"
      | "vote-asked"
      | "voter-removed"
      | "voter-restored"
      | "decision-closed"
      | "decision-reopened";
  }
>;

const removals = { recused: "recused", author: "became an author", "left-roster": "left the roster" } as const;

export function tellDecisionFact(fact: DecisionFact, governance: Governance): Markdown {
  switch (fact.type) {
    case "decision-opened": {
      const who = plainBodies(
        fact.parts.map(({ authority }) => authority),
        governance,
      );
      const how = fact.parts.some(({ rule }) => rule.kind === "vote") ? "a vote" : "lazy consensus";
      const what =
        fact.matter === "sponsorship"
          ? "to stand behind it"
          : fact.matter === "recommendation"
            ? `to recommend to ${fact.proposes}`
            : `to ${fact.proposes}`;
      return md`opened ${how} of ${who} ${what}, until ${formatInstant(fact.endsAt)}`;
    }
    case "ballot-cast":
      return md`${namePerson(fact.person, governance)} says ${fact.choice}`;
    case "ballot-withdrawn":
      return md`${namePerson(fact.person, governance)} took it back`;
    case "block-raised":
      return md`${namePerson(fact.person, governance)} blocks`;
    case "block-lifted":
      return md`the block of ${namePerson(fact.person, governance)} is lifted`;
    case "vote-asked":
      return md`${namePerson(fact.person, governance)} asks for a vote`;
    case "voter-removed":
      return md`${namePerson(fact.person, governance)} no longer decides: ${removals[fact.why]}`;
    case "voter-restored":
      return md`${namePerson(fact.person, governance)} decides again`;
    case "decision-closed":
      return md`the decision ended ${fact.outcome.replaceAll("-", " ")}: ${fact.yes.length} yes, ${fact.no.length} no, ${fact.abstain.length} abstain, ${countOf(fact.blocks.length, "block")}`;
    case "decision-reopened":
      return md`the decision is open again: an act that was in time was found`;
    default:
      return assertNever(fact);
  }
}
