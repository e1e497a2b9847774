import type { ChangeClass, ProposalState, ProposalType, SectionKind } from "../domain/proposal-vocabulary.ts";

/** Sections that the constitution asks of one type (project.yml, proposals.types). */
interface RequiredSections {
  readonly required: readonly SectionKind[];
  readonly "required-for-breaking": readonly SectionKind[];
}

/** What a document is checked against beyond its own text. Null stands for what is not known: its checks are skipped. */
export interface ProposalContext {
  /** Number of the pull request that carries the file. */
  readonly pullRequest: number | null;
  /** `new`: the pull request adds the file. */
  readonly stage: "new" | "later" | null;
  /** Where the proposal that the pull request adds stands by its ledger. */
  readonly state: ProposalState | null;
  /** YYYY-MM-DD on which the pull request was opened. */
  readonly openedOn: string | null;
  /** YYYY-MM-DD */
  readonly today: string | null;
  readonly change: ChangeClass | null;
  readonly types: Readonly<Partial<Record<ProposalType, RequiredSections>>>;
  /** An abstract longer than this is noted. */
  readonly abstractWords: number;
  /** Lower-cased logins of those who may sponsor. */
  readonly sponsors: ReadonlySet<string> | null;
}
