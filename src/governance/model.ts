import type { ChangeClass, ProposalType } from "../domain/proposal-vocabulary.ts";
import type { Oversight } from "../domain/route.ts";
import type { DomainsFile, LadderFile, LifecycleFile, Procedure, ProceduresFile, ProjectFile } from "./schema/index.ts";

/** Where a clause stands, as `groups/agents-wg.yml:52`: shown beside every rule that acts. */
export type ClauseRef = string;

/** A human being, whatever accounts they use (F01). */
export interface Person {
  /** Lower-cased login of the first account. */
  readonly id: string;
  /** Login as written, to be shown. */
  readonly login: string;
  readonly name: string | null;
  readonly accounts: readonly { readonly login: string; readonly id: number | null }[];
  /** Canonical organisation name; null when not stated. */
  readonly affiliation: string | null;
  /** Ladder level ids held now. */
  readonly levels: readonly string[];
  readonly emeritus: readonly string[];
  readonly away: readonly { readonly from: string; readonly until: string }[];
  readonly clause: ClauseRef;
}

export interface Seat {
  readonly person: string;
  readonly since: string | null;
  readonly until: string | null;
}

export interface Delegation {
  readonly domains: readonly string[];
  readonly types: readonly ProposalType[];
  readonly changes: readonly ChangeClass[];
  readonly procedure: string;
  readonly oversight: Oversight;
  readonly joint: boolean;
  readonly alongside: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  /** Link to the decision that grants it, or null. */
  readonly adopted: string | null;
  /** The charter's clause, in words. */
  readonly source: string;
  readonly clause: ClauseRef;
}

export interface Exclusion {
  readonly text: string;
  readonly domains: readonly string[];
  readonly terms: readonly string[];
  readonly clause: ClauseRef;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly kind: "working-group" | "interest-group";
  readonly status: "chartered" | "uncharted" | "forming" | "retired";
  readonly charter: string | null;
  readonly team: string | null;
  readonly contact: string | null;
  readonly meetings: string | null;
  readonly leads: readonly Seat[];
  /** Voting members: leads and members, each person once. */
  readonly voters: readonly Seat[];
  readonly owns: readonly string[];
  readonly advises: readonly string[];
  readonly excludes: readonly Exclusion[];
  readonly delegations: readonly Delegation[];
  readonly clause: ClauseRef;
  readonly scopeClause: ClauseRef;
}

export interface Domain extends Omit<DomainsFile["domains"][number], "out"> {
  readonly out: readonly { readonly text: string; readonly domain: string | null; readonly terms: readonly string[] }[];
  /** Group that owns it, or null: Core. Comes from the groups' files. */
  readonly owner: string | null;
  readonly advisers: readonly string[];
  readonly clause: ClauseRef;
}

export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly procedure: string | null;
  /** Person ids, sorted. */
  readonly members: readonly string[];
  readonly clause: ClauseRef;
}

export type ReservedMatter = ProjectFile["reserved"][number] & { readonly at: ClauseRef };

/** The constitution as it is used: names resolved, indexed, with the commit it was read at. */
export interface Governance {
  /** Commit of the default branch; null when read from a folder. */
  readonly commit: string | null;
  readonly project: ProjectFile;
  readonly lifecycle: LifecycleFile;
  readonly ladder: LadderFile;
  readonly rules: Omit<ProceduresFile, "procedures">;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** In the order of the file. */
  readonly domains: ReadonlyMap<string, Domain>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly people: ReadonlyMap<string, Person>;
  /** Lower-cased login of any account to person id. */
  readonly personByLogin: ReadonlyMap<string, string>;
  readonly authorities: ReadonlyMap<string, Authority>;
  readonly reserved: readonly ReservedMatter[];
  /** Where rules stand that have no object of their own, by name: `act-on-own`, `procedures/wg-vote`, `escalation`; only those written. */
  readonly clauses: ReadonlyMap<string, ClauseRef>;
}
