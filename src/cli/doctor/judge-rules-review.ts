import { ownersOf } from "./code-owners.ts";
import type { RepositoryFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** Rules take effect when they are merged: whoever may merge a change of them alone may change who decides. */
export function judgeRulesReview({ name, page, folder, codeOwners, gate }: RepositoryFacts): Finding {
  const where = codeOwners.known && codeOwners.value ? `${name}/${codeOwners.value.path}` : `${page}/settings/rules`;
  const finding = findingsOf("rules-review", where);
  if (!codeOwners.known)
    return finding.warn(`not known who must review a change of ${folder}/: ${codeOwners.why}`, "See that GitHub answers, and ask again.");
  const owned = [`${folder}/project.yml`, `${folder}/groups/any-wg.yml`].map((path) => ownersOf(path, codeOwners.value?.text ?? ""));
  const owners = [...new Set(owned.flat())];
  if (owned.some((each) => each.length === 0))
    return finding.warn(
      `${folder}/ has no code owners: whoever may merge can change who decides`,
      `Write a line for /${folder}/ into .github/CODEOWNERS, with a team that is to review its changes, and require review from code owners.`,
    );
  const review = gate.known ? gate.value.codeOwnerReview : gate;
  if (!review.known)
    return finding.warn(
      `not known whether the branch asks code owners (${owners.join(", ")}) for their review: ${review.why}`,
      "Look at Settings → Rules: Require review from Code Owners.",
    );
  return review.value
    ? finding.ok(`${folder}/ changes only with a review of ${owners.join(" or ")}`)
    : finding.warn(
        `${folder}/ belongs to ${owners.join(", ")}, and the branch does not ask them for a review`,
        "In the branch's ruleset require a pull request with review from Code Owners.",
      );
}
