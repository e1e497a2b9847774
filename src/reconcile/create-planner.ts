import { plan } from "../core/index.ts";
import type { Governance } from "../governance/index.ts";
import { type Classifier, prepareClassifier } from "../routing/classify/index.ts";
import type { SpecificationIndex } from "../routing/index-spec/index.ts";
import type { Planner } from "./reconciler-deps.ts";

interface PlannerOptions {
  /** Vocabulary of the specification (`readSpecificationIndex`). */
  readonly index: SpecificationIndex;
  /** `act` in the sandbox: delegations that nobody adopted yet act too, marked as proposed. */
  readonly proposedDelegations: "act" | "recommend";
  /** Folder of the constitution on the default branch: `governance`. */
  readonly governanceFolder: string;
  /** Takes the place of the mode in project.yml. */
  readonly mode?: "observe" | "advise" | "enforce";
  /** Address of the page about a pull request, to link to; null where there is none. */
  recordUrl?(repositoryId: number, pullRequest: number): string | null;
}

/** The pure core with its vocabulary; a classifier is prepared once for each constitution. */
export function createPlanner({ index, proposedDelegations, governanceFolder, mode, recordUrl }: PlannerOptions): Planner {
  const classifiers = new WeakMap<Governance, Classifier>();
  return ({ governance, problems, snapshot, ledger, now, conformance, load, reminded, earlier }) => {
    const classifier = classifiers.get(governance) ?? prepareClassifier(governance, index);
    classifiers.set(governance, classifier);
    return plan({
      rules: { governance, problems, classifier, folder: governanceFolder },
      snapshot,
      ledger,
      now,
      proposedDelegations,
      load,
      reminded,
      earlier,
      ...(conformance === null ? {} : { conformance }),
      ...(mode === undefined ? {} : { mode }),
      recordUrl: recordUrl?.(snapshot.repository.id, snapshot.pullRequest.number) ?? null,
    });
  };
}
