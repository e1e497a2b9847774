import type { Calendar } from "../../calendar/index.ts";
import type { ProposalFacts } from "../../commands/command.ts";
import type { Governance } from "../../governance/index.ts";
import type { BudgetContext } from "./reminder-budget.ts";

/** What one step of a pass is decided with. */
export interface DecideContext extends PassRules {
  readonly facts: ProposalFacts;
}

/** What stays the same over a whole pass. */
export interface PassRules {
  readonly governance: Governance;
  readonly calendar: Calendar;
  /** Login to open escalations over all proposals (E2). */
  readonly load: ReadonlyMap<string, number>;
  /** As `BudgetContext` has it (S8). */
  readonly reminded: BudgetContext["reminded"];
  /** Lower-case login to the open proposals that it sponsors: who is suggested next. */
  readonly sponsored: ReadonlyMap<string, number>;
}
