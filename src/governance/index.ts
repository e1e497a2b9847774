export { isPinned } from "./is-pinned.ts";
export type { LoadedGovernance } from "./load-governance.ts";
export { loadGovernance } from "./load-governance.ts";
export type {
  Authority,
  ClauseRef,
  Delegation,
  Domain,
  Exclusion,
  Governance,
  Group,
  Person,
  ReservedMatter,
  Seat,
} from "./model.ts";
export { countOrganisations, organisationOf } from "./organisations.ts";
export { isConstitutionPath } from "./reading/constitution-file.ts";
export { hasBegun, hasEnded, isRunning, seatedOn } from "./seats.ts";
