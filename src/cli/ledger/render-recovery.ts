import type { RecoveredProposal } from "../../app/recover-ledger.ts";
import { plainText } from "./broken-export.ts";

/** What no pull request on GitHub can prove, whatever stands there. */
const unprovable = [
  "which rules were in force at the time: those of the default branch today were applied, to the people who have their roles today;",
  "the texts before the head of today, and when they were pushed;",
  "comments and reviews that were deleted before Steward answered them;",
  "that a reason had been redacted: where the comment still has it, it stands again;",
  "whom Steward reminded, and whom it picked by how much they had to do.",
];

/** What was rebuilt, proposal by proposal, with what cannot be proved of each. */
export function renderRecovery(proposals: readonly RecoveredProposal[], applied: boolean): string {
  const rebuilt = proposals.flatMap(({ outcome }) => (outcome.kind === "rebuilt" ? [outcome] : []));
  const open = rebuilt.reduce((sum, { unproved }) => sum + unproved.length, 0);
  const lines = [
    ...proposals.flatMap(tellProposal),
    "",
    `${rebuilt.length} of ${proposals.length} proposals rebuilt. Of them, ${open} things that GitHub hints at cannot be proved; they are listed above.`,
    "Of none can be proved:",
    ...unprovable.map((each) => `- ${each}`),
    applied
      ? "It is recorded. The hashes are new: those of older exports and status comments are not found in this ledger."
      : "Nothing was recorded. To record it, repeat the command with --apply, before Steward starts again.",
  ];
  return `${lines.join("\n")}\n`;
}

function tellProposal({ repository, pullRequest, outcome }: RecoveredProposal): readonly string[] {
  const name = `${repository}#${pullRequest}`;
  switch (outcome.kind) {
    case "rebuilt":
      return [
        `${name}  ${plainText(outcome.title, 80)}: ${outcome.state}, ${outcome.events} events`,
        ...outcome.unproved.map(({ source, text }) => `    ${source === null ? "" : `${source}: `}${plainText(text, 400)}`),
      ];
    case "recorded":
      return [`${name}  is recorded, and was left alone`];
    case "busy":
      return [`${name}  is in work, and was left alone: repeat the command`];
    case "no-constitution":
      return [`${name}  cannot be judged: the default branch has no constitution that can be applied`];
  }
}
