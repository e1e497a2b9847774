import type { Classification } from "../../domain/classification.ts";
import type { ChangeClass, ProposalType } from "../../domain/proposal-vocabulary.ts";
import type { Exclusion, Governance } from "../../governance/index.ts";

/** Everything a route depends on; nothing else may change it. */
export interface RouteInput {
  readonly governance: Governance;
  /** Null when the file names none, or none that is known. */
  readonly type: ProposalType | null;
  readonly change: ChangeClass;
  readonly classification: Classification;
  /** The proposal deprecates, removes or restores a feature. */
  readonly deprecates: boolean;
  /** It changes the file of a proposal that is final. */
  readonly editsFinal: boolean;
  /** Logins, in any case; unknown ones are nobody's but still count as authors. */
  readonly authors: readonly string[];
  readonly sponsor: string | null;
  /** Person ids of those who left this proposal's electorate; nobody where it is not given. */
  readonly recused?: readonly string[];
  /** Exclusions of the owner's charter whose words the proposal meets. Those that name a touched domain are found here. */
  readonly exclusionsMet: readonly Exclusion[];
  /** `act`: delegations without a recorded adoption act too, marked as proposed. `recommend`: the group recommends and Core decides. */
  readonly proposedDelegations: "act" | "recommend";
  /** YYYY-MM-DD: the day on which terms and delegations are read. */
  readonly today: string;
}
