/** R1.4: the four types of a SEP. */
export const proposalTypes = ["Standards Track", "Informational", "Process", "Extensions Track"] as const;
export type ProposalType = (typeof proposalTypes)[number];

/** R1.3: what the Status field of a file may say. */
export const fileStatuses = ["Draft", "In-Review", "Accepted", "Rejected", "Withdrawn", "Final", "Superseded", "Dormant"] as const;
export type FileStatus = (typeof fileStatuses)[number];

/** Where a proposal stands; the ledger is the only source of it (design section 2). */
export const proposalStates = [
  "proposal",
  "draft",
  "in-review",
  "accepted",
  "rejected",
  "final",
  "withdrawn",
  "superseded",
  "dormant",
  "merged-unratified",
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** domains.yml, change_classes; `unclear` is treated as breaking until a person says otherwise. */
export const changeClasses = ["additive", "breaking", "extension", "clarification", "process", "informational", "unclear"] as const;
export type ChangeClass = (typeof changeClasses)[number];

/** The sections of R1.6, whatever their wording in a file. */
export const sectionKinds = [
  "abstract",
  "motivation",
  "specification",
  "rationale",
  "backward-compatibility",
  "security-implications",
  "reference-implementation",
] as const;
export type SectionKind = (typeof sectionKinds)[number];
