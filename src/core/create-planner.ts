import type { Plan } from "../domain/plan.ts";
import type { Governance } from "../governance/index.ts";
import { type Classifier, prepareClassifier } from "../routing/classify/index.ts";
import type { SpecificationIndex } from "../routing/index-spec/index.ts";
import { plan } from "./plan.ts";
import type { PlanInput, Rules } from "./plan-input.ts";

/** What stays the same from pass to pass. */
export interface PlannerOptions extends Pick<PlanInput, "proposedDelegations" | "mode"> {
  readonly index: SpecificationIndex;
  /** Folder of the constitution in the repository: `governance`. */
  readonly governanceFolder: string;
  /** Address of the page with the record of a pull request, where there is one. */
  readonly recordUrl?: (repositoryId: number, pullRequest: number) => string;
}

/** What differs. */
export interface PlanFacts
  extends Omit<PlanInput, "rules" | "proposedDelegations" | "mode" | "recordUrl">,
    Pick<Rules, "governance" | "problems"> {}

/** `plan` bound to what stays the same. A classifier takes longer to prepare than to use: each constitution's is made once. */
export function createPlanner({ index, governanceFolder, recordUrl, ...options }: PlannerOptions): (facts: PlanFacts) => Plan {
  const classifiers = new WeakMap<Governance, Classifier>();
  const classifierOf = (governance: Governance): Classifier => {
    const known = classifiers.get(governance) ?? prepareClassifier(governance, index);
    classifiers.set(governance, known);
    return known;
  };
  return ({ governance, problems, ...facts }) => {
    const { repository, pullRequest } = facts.snapshot;
    return plan({
      ...options,
      ...facts,
      rules: { governance, problems, classifier: classifierOf(governance), folder: governanceFolder },
      recordUrl: recordUrl?.(repository.id, pullRequest.number) ?? null,
    });
  };
}
