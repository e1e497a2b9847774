import { type Guard, guard, unseen } from "./guard.ts";

const gate = "src/core/decide-gate.ts";
const deciding = "src/commands/deciding.ts";
const callers = "src/commands/call-vote/callers.ts";
const finalAuthorise = "src/commands/final/authorise.ts";

/** The road of a proposal, opening, holds and the gate. */
export const roadGuards: readonly Guard[] = [
  guard("hold: the gate does not ask", "H2", gate, "    holds.length === 0 &&\n", ""),
  guard("a hold never ends", "H1", "src/core/decide/settle-road.ts", "isAfterDeadline(now, endsAt)", "false"),
  guard(
    "anybody holds",
    "H1",
    "src/commands/hold/index.ts",
    "return context.governance.project.holds.by.some(",
    "return true || context.governance.project.holds.by.some(",
  ),
  unseen(
    guard("the gate is green on what was not attested", "H2", gate, "    isAttestedHead(record, headSha) &&\n", ""),
    "a text that was not attested is final no longer, or unconfirmed",
  ),
  {
    name: "the gate is green on an unconfirmed head",
    rule: "H2",
    edits: [
      { file: gate, find: "    unconfirmed === null &&\n", put: "" },
      { file: finalAuthorise, find: "if (record.unconfirmed === null) return null;", put: "return null;" },
    ],
  },
  guard("anybody attests what is final", "H3", finalAuthorise, "if (!isSponsor(context)) {", "if (false) {"),
  guard(
    "final stays final under a changed text",
    "H3",
    "src/core/decide/settle-heads.ts",
    'if (state !== "final" || final === null || text === null) return [];',
    "return [];",
  ),
  guard("anybody readies", "S5", "src/commands/ready/authorise.ts", "if (!isSponsor(context)) return whoIsSponsor(context);", ""),
  guard("anybody sponsors", "S3", "src/commands/sponsor/authorise.ts", "if (!maySponsor(context)) {", "if (false) {"),
  guard("a draft needs no group", "S4", "src/core/decide/settle-road.ts", "(group.stands !== null || !required)", "true"),
  guard("a draft needs no sponsor", "S4", "src/core/decide/settle-road.ts", 'if (state === "draft" && sponsor === null)', "if (false)"),
  guard(
    "anybody proposes",
    "O2",
    "src/commands/propose/authorise.ts",
    "if (isSponsor(context) || groups.some((group) => isLeadOf(group, context))) return null;",
    "return null;",
  ),
  guard(
    "the sponsor opens without a lead's word on domain and class",
    "O2",
    "src/commands/confirmation.ts",
    "if (confirmsByOpening(context) || (isDomainConfirmed(context) && isChangeConfirmed(context))) return null;",
    "return null;",
  ),
  guard(
    "authors confirm domain and class by opening",
    "O2",
    "src/commands/confirmation.ts",
    "return !isAuthor(context) && !isSponsor(context) &&",
    "return",
  ),
  guard(
    "any voting member opens a vote alone",
    "O3",
    callers,
    "if (isCallingLead(context) || (open !== null && open.blocks.length > 0)) return true;",
    "return true;",
  ),
  guard(
    "a block does not let a voting member open a vote",
    "O3",
    callers,
    " || (open !== null && open.blocks.length > 0)) return true;",
    ") return true;",
  ),
  guard("Core votes out of the queue", "O3", deciding, "if (record.ready !== null) return null;", "return null;"),
  guard(
    "two decisions are open at a time",
    "O5",
    deciding,
    '  if (open) {\n    return refuse("decision-open", `A decision is open until',
    '  if (false) {\n    return refuse("decision-open", `A decision is open until',
  ),
  guard("decisions open before review", "O2", deciding, 'if (record.state === "in-review") return null;', "return null;"),
];
