import type { Gate, Known } from "../../ports/github.ts";
import type { Grants, RepositoryFacts } from "./facts.ts";
import { type Finding, type Findings, findingsOf } from "./finding.ts";

type Mode = "observe" | "advise" | "enforce";

const seeRules = "Look at Settings → Rules; with administration: read Steward can see more of it.";

/** The merge gate: whether the branch waits for Steward's own check, who can pass without it, and whether merge groups get it too. */
export function judgeGate({ page, gate, installation, constitution }: RepositoryFacts): readonly Finding[] {
  const where = `${page}/settings/rules`;
  const finding = findingsOf("gate", where);
  if (!gate.known) return [finding.warn(`not known: ${gate.why}`, seeRules)];
  // What the branch should ask for depends on the mode; without rules that is not known, and they are to be mended first.
  const mode = constitution.known ? (constitution.value?.governance?.project.mode ?? null) : null;
  return [
    ...(mode === null ? [] : [judgeRequirement(finding, gate.value, mode)]),
    ...(mode === "enforce" ? judgeBypass(findingsOf("gate-bypass", where), gate.value) : []),
    judgeQueue(findingsOf("merge-queue", where), gate.value.mergeQueue, installation),
  ];
}

function judgeRequirement(finding: Findings, { requirement, branch }: Gate, mode: Mode): Finding {
  if (!requirement.known) return finding.warn(`not known whether ${branch} asks for the check Steward: ${requirement.why}`, seeRules);
  const isRequired = requirement.value !== "not-required";
  switch (mode) {
    case "observe":
      return isRequired
        ? finding.fail(
            `${branch} waits for the check Steward, which mode: observe never completes: nothing can be merged`,
            "Take the check out of the required ones, or change the mode.",
          )
        : finding.ok(`${branch} does not wait for the check: in mode: observe there is none`);
    case "advise":
      return isRequired
        ? finding.warn(
            `${branch} waits for the check Steward, which is always neutral in mode: advise: GitHub lets that pass, decision or not`,
            "Do not require it in this mode, so that nobody takes it for a gate.",
          )
        : finding.ok(`${branch} does not wait for the check: in mode: advise it only advises`);
    case "enforce":
      return judgeEnforced(finding, requirement.value, branch);
  }
}

function judgeEnforced(finding: Findings, requirement: "pinned" | "unpinned" | "other-app" | "not-required", branch: string): Finding {
  const fix = `In a ruleset for ${branch}, require the status check Steward and choose this App as its source.`;
  switch (requirement) {
    case "pinned":
      return finding.ok(`${branch} waits for the check Steward, from this App alone`);
    case "unpinned":
      return finding.fail(
        `${branch} waits for a check Steward from anybody: every workflow and every App that may write checks can turn it green`,
        fix,
      );
    case "other-app":
      return finding.fail(`${branch} waits for a check Steward from another App`, fix);
    case "not-required":
      return finding.fail(`${branch} does not wait for the check Steward: a proposal can be merged without a decision`, fix);
  }
}

function judgeBypass(finding: Findings, { bypass, requirement }: Gate): readonly Finding[] {
  if (!requirement.known || requirement.value === "not-required") return [];
  if (!bypass.known)
    return [
      finding.warn(
        `not known who may merge without the check: ${bypass.why}`,
        "Look at the bypass list of the ruleset: it should be empty.",
      ),
    ];
  if (bypass.value.length === 0) return [finding.ok("nobody may merge without the check")];
  return [
    finding.warn(
      `may merge without the check: ${bypass.value.join(", ")}`,
      "Take them off the bypass list, or accept that they decide alone.",
    ),
  ];
}

function judgeQueue(finding: Findings, mergeQueue: Known<boolean>, { permissions, events }: Grants): Finding {
  if (!mergeQueue.known) return finding.warn(`not known whether there is a merge queue: ${mergeQueue.why}`, seeRules);
  if (!mergeQueue.value) return finding.ok("no merge queue");
  const missing = [
    ...(permissions.merge_queues === undefined ? ["the permission merge_queues: read"] : []),
    ...(events.includes("merge_group") ? [] : ["the event merge_group"]),
  ];
  if (missing.length === 0) return finding.ok("merge groups get the check too");
  const fix = "Give it on the App's settings page, under Permissions & events, and accept it for the installation.";
  return finding.fail(`the branch has a merge queue, and the App lacks ${missing.join(" and ")}: every merge group waits for ever`, fix);
}
