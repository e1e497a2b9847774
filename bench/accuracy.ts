import { readGovernanceFolder } from "../src/adapters/folder/read-governance-folder.ts";
import { readSpecificationIndex } from "../src/adapters/folder/read-specification-index.ts";
import { assessProposal, noChoices } from "../src/core/index.ts";
import { loadGovernance } from "../src/governance/index.ts";
import { parseProposal } from "../src/proposals/index.ts";
import { prepareClassifier } from "../src/routing/classify/index.ts";
import { readLabelledProposals } from "../test/support/labelled-proposals.ts";

const today = "2026-11-23";

/** How often domain, change class and route agree with what fair readers said, file by file. */
export async function benchAccuracy(): Promise<void> {
  const proposals = readLabelledProposals();
  if (proposals === null) {
    console.log("skipped: ../shared is absent");
    return;
  }
  const { governance } = loadGovernance(await readGovernanceFolder("governance"), { commit: null, today });
  if (!governance) throw new Error("The shipped constitution does not load.");
  const classifier = prepareClassifier(governance, await readSpecificationIndex());
  const counts = { right: 0, accepted: 0, confident: 0, confidentWrong: 0, change: 0, delegated: 0, delegable: 0 };
  for (const { number, file, text, label } of proposals) {
    const { classification, change, route } = assessProposal({
      governance,
      classifier,
      document: parseProposal(text, file),
      changedPaths: [],
      schemaFindings: null,
      editsFinal: false,
      openedBy: [],
      choices: noChoices,
      proposedDelegations: "act",
      today,
    });
    const found = classification.domains[0]?.id ?? "none";
    const isRight = found === label.primary_domain;
    const isAccepted = isRight || label.acceptable_secondary_domains.includes(found);
    const classFits = [label.change_class, ...label.also_acceptable_change_classes].includes(change.class);
    const isDelegated = route.kind === "group";
    counts.right += Number(isRight);
    counts.accepted += Number(isAccepted);
    counts.confident += Number(classification.confident);
    counts.confidentWrong += Number(classification.confident && !isAccepted);
    counts.change += Number(classFits);
    counts.delegated += Number(isDelegated);
    counts.delegable += Number(label.delegable);
    const touched = classification.domains.filter((domain) => domain.touched).map(({ id }) => id);
    console.log(
      [
        String(number).padStart(4),
        verdict(isRight, isAccepted).padEnd(8),
        (classification.confident ? "sure" : "guess").padEnd(5),
        (isRight ? found : `${found}, not ${label.primary_domain}`).padEnd(36),
        (classFits ? change.class : `${change.class}, not ${label.change_class}`).padEnd(24),
        delegation(isDelegated, label.delegable).padEnd(24),
        touched.length === 0 ? "" : `touches ${touched.join(", ")}`,
      ].join("  "),
    );
  }
  const share = (count: number): string => `${count} of ${proposals.length} (${((100 * count) / proposals.length).toFixed(0)}%)`;
  console.log(`primary domain right: ${share(counts.right)}; right or an accepted secondary: ${share(counts.accepted)}`);
  console.log(`called confident: ${share(counts.confident)}; of those wrong: ${counts.confidentWrong}`);
  console.log(`change class accepted: ${share(counts.change)}; delegated: ${counts.delegated}, labelled delegable: ${counts.delegable}`);
}

function verdict(isRight: boolean, isAccepted: boolean): string {
  if (isRight) return "right";
  return isAccepted ? "accepted" : "wrong";
}

function delegation(isDelegated: boolean, isDelegable: boolean): string {
  if (isDelegated) return isDelegable ? "delegated" : "delegated, should not be";
  return isDelegable ? "not delegated, should be" : "core";
}
