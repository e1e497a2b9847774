import type { ChangeClass, ProposalType } from "../domain/proposal-vocabulary.ts";
import { type FinalItem, finalItems } from "./final-item.ts";

/** One item of R7 and whether it is asked of this proposal. */
export interface FinalRequirement {
  readonly item: FinalItem;
  readonly asked: boolean;
  /** Why it is asked, or not, as a sentence. */
  readonly why: string;
  readonly clause: string;
}

export interface RequirementFacts {
  /** Null when the file states no type that is known: then nothing is spared. */
  readonly type: ProposalType | null;
  readonly change: ChangeClass;
  /** The pull request changes a schema file: that weighs more than what the type says. */
  readonly schemaChanged: boolean;
  /** The constitution asks a Reference Implementation section of this type (project.yml, `proposals.types`). */
  readonly implementationSection: boolean;
}

const workflow = "docs/community/sep-guidelines.mdx, Workflow step 9 (R7.1)";
const scope = "SEP-2484, Scope (R7.4)";
const requirement = "SEP-2484, The requirement (R7.2, R7.3)";
/** G14: SEP-2484 names Standards Track alone; the constitution's choice is to ask Extensions Track as well. */
const extensions = "SEP-2484, The requirement; lifecycle.yml asks it of Extensions Track too (G14)";

/** R7.1-R7.4: what is asked of a proposal, all five items in order, those that are spared with the reason. */
export function requirementsFor(facts: RequirementFacts): readonly FinalRequirement[] {
  return finalItems.map((item) => requirementOf(item, facts));
}

function requirementOf(item: FinalItem, facts: RequirementFacts): FinalRequirement {
  const { type, change, schemaChanged } = facts;
  const isExempt = (type === "Process" || type === "Informational") && !schemaChanged;
  const asked = (why: string, clause: string): FinalRequirement => ({ item, asked: true, why, clause });
  const spared = (why: string, clause: string): FinalRequirement => ({ item, asked: false, why, clause });
  switch (item) {
    case "implementation":
      if (!isExempt) return asked("The reference implementation has to be complete.", workflow);
      return facts.implementationSection
        ? asked(`The constitution asks a reference implementation of ${type} SEPs.`, "project.yml, proposals.types")
        : spared(`A ${type} SEP needs no reference implementation.`, "project.yml, proposals.types");
    case "schema":
      if (isExempt) return spared(`A ${type} SEP changes no schema.`, workflow);
      if (schemaChanged) return asked("The pull request changes the schema.", workflow);
      return mayChangeSchema(change)
        ? asked("Schema changes belong in this pull request; where there are none, the sponsor says so.", workflow)
        : spared(`The change is classed as \`${change}\`, and no schema file is changed.`, workflow);
    case "text":
      if (isExempt) return spared(`A ${type} SEP changes no specification text.`, workflow);
      return asked("The specification's text belongs in this pull request.", workflow);
    case "changelog":
      if (isExempt) return spared(`A ${type} SEP needs no entry in the specification's changelog.`, workflow);
      return asked("The changelog names this SEP.", workflow);
    case "conformance":
      if (isExempt) return spared(`${type} SEPs are exempt from the conformance requirement.`, scope);
      return asked(
        "A conformance scenario with a complete traceability file is merged, or the SEP documents why it is exempt.",
        type === "Extensions Track" ? extensions : requirement,
      );
  }
}

function mayChangeSchema(change: ChangeClass): boolean {
  return change !== "clarification" && change !== "process" && change !== "informational";
}
