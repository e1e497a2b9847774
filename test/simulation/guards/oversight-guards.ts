import { type Guard, guard, unseen } from "./guard.ts";

const settleOversight = "src/core/decide/settle-oversight.ts";
const settleEntered = "src/core/decide/settle-entered.ts";
const noRelease = "src/commands/lgtm/why-no-release.ts";
const authoriseVeto = "src/commands/veto/authorise.ts";
const escalateAuthorise = "src/commands/escalate/authorise.ts";
const notAnswered = "src/commands/record/why-not-answered.ts";
const notEntered = "src/commands/record/why-not-entered.ts";

/** What Core and Lead Maintainers keep over a decision, escalation, and records. */
export const oversightGuards: readonly Guard[] = [
  guard(
    "the veto window ends at once",
    "G1",
    settleOversight,
    "oversight.endsAt !== null && isAfterDeadline(now, oversight.endsAt)",
    "oversight.endsAt !== null",
  ),
  guard(
    "the veto window never ends",
    "G1",
    settleOversight,
    "oversight.endsAt !== null && isAfterDeadline(now, oversight.endsAt)",
    "false",
  ),
  guard(
    "it becomes final in oversight",
    "H3",
    "src/commands/final/authorise.ts",
    "if (oversight !== null && oversight.ended === null) {",
    "if (false) {",
  ),
  guard(
    "early release by who took part in the decision",
    "G2",
    noRelease,
    "const involved = tookPart(oversight, context);",
    "const involved = new Set<string>();",
  ),
  guard(
    "early release by who took part in the consensus before the vote",
    "G2",
    noRelease,
    '...(before?.closed?.outcome === "voted" ? [before] : []),',
    "",
  ),
  {
    name: "early release by the sponsor",
    rule: "G2",
    edits: [
      { file: noRelease, find: "&& person !== record.sponsor?.person && !involved", put: "&& !involved" },
      { file: noRelease, find: "if (isSponsor(context)) {", put: "if (false) {" },
    ],
  },
  guard(
    "a veto by an author",
    "G2",
    authoriseVeto,
    'if (isAuthor(context)) return refuse("own-proposal", "You are an author, and authors do not decide about their own proposal.", door);',
    "",
  ),
  guard("anybody vetoes", "G2", authoriseVeto, "if (!isLeadMaintainer(context) && !member) {", "if (false) {"),
  guard(
    "what was vetoed stays with the group",
    "G2",
    "src/core/ledger/fold-oversight.ts",
    "coreDecides: true, accepted: null",
    "accepted: null",
  ),
  guard("a vetoed decision stands", "G2", settleOversight, 'const undone = oversight?.ended?.how === "vetoed" ||', "const undone ="),
  {
    name: "Lead veto: it undoes nothing and stops nothing that is open",
    rule: "G3",
    edits: [{ file: settleOversight, find: "if (record.leadVeto !== null) {", put: "if (false) {" }],
  },
  {
    name: "Lead veto: decisions open under it",
    rule: "G3",
    edits: [
      { file: "src/commands/deciding.ts", find: 'if (record.leadVeto && proposes === "accept") return whyVetoed(context);', put: "" },
      { file: settleOversight, find: 'if (open) return [closing(open, "ended")];', put: "" },
    ],
  },
  guard(
    "Lead veto: what is open goes on",
    "G3",
    "src/commands/veto/index.ts",
    "...(begins ? [stands, ...everythingOpen(context)] : [])",
    "...(begins ? [stands] : [])",
  ),
  unseen(
    guard("Lead veto: the gate does not ask", "G3", "src/core/decide-gate.ts", "leadVeto === null &&", ""),
    "nothing is final under a Lead veto",
  ),
  guard(
    "Lead veto: any Core Maintainer lifts it",
    "G3",
    authoriseVeto,
    'if (!isLeadMaintainer(context)) return refuse("not-lead-maintainer"',
    'if (!isMemberOf("core-maintainers", context)) return refuse("not-lead-maintainer"',
  ),
  {
    name: "Lead veto: a record accepts under it",
    rule: "G3",
    edits: [
      { file: notEntered, find: '(args.verdict === "accept" ? whyVetoed(context) : null) ??', put: "" },
      { file: settleEntered, find: ' && !(leadVeto !== null && verdict === "accept")', put: "" },
    ],
  },
  {
    name: "an escalation leaves open what is open",
    rule: "E2",
    edits: [
      { file: "src/commands/escalate/apply.ts", find: "    ...ends,\n", put: "" },
      {
        file: "src/core/decide/settle-decisions.ts",
        find: 'if (state === "in-review") return !escalated;',
        put: 'if (state === "in-review") return true;',
      },
    ],
  },
  {
    name: "the group opens decisions while it is escalated",
    rule: "E4",
    edits: [
      { file: "src/commands/deciding.ts", find: "if (escalation === null || core) return null;", put: "return null;" },
      {
        file: "src/core/decide/settle-decisions.ts",
        find: 'if (state === "in-review") return !escalated;',
        put: 'if (state === "in-review") return true;',
      },
    ],
  },
  guard("anybody of Core answers for the handler", "E3", escalateAuthorise, "open.handlerPerson !== actor.key || ", ""),
  unseen(
    guard("a party handles the escalation", "E2", "src/procedures/pick-handler.ts", "    !parties.includes(person.id) &&\n", ""),
    "a party shares its own organisation",
  ),
  guard(
    "who shares an organisation handles the escalation",
    "E2",
    "src/procedures/pick-handler.ts",
    '!((rule?.["handler-of-another-organisation"] ?? true) && organisations.has(organisationKey(person)))',
    "true",
  ),
  guard(
    "who is away handles the escalation",
    "E2",
    "src/procedures/pick-handler.ts",
    "    !person.away.some(({ from, until }) => from <= today && today <= until) &&\n",
    "",
  ),
  guard(
    "anybody escalates",
    "E1",
    escalateAuthorise,
    "if (!isCore(context) && !groups.some((group) => isLeadOf(group, context))) {",
    "if (false) {",
  ),
  guard(
    "a passed vote is contested for ever",
    "E1",
    "src/commands/escalate/contest.ts",
    " || at > oversight.contestUntil) return null;",
    ") return null;",
  ),
  guard("who has no vote contests", "E1", escalateAuthorise, "if (isVoterIn(contested, context.actor.key)) return null;", "return null;"),
  guard(
    "a record needs no confirmations",
    "D2",
    settleEntered,
    "const confirmed = pending.confirmedBy.length >= pending.confirmationsNeeded;",
    "const confirmed = true;",
  ),
  guard(
    "one confirmation suffices for a record",
    "D2",
    settleEntered,
    "pending.confirmedBy.length >= pending.confirmationsNeeded;",
    "pending.confirmedBy.length >= 1;",
  ),
  guard("who entered a record confirms it", "D2", notAnswered, "return entry.enteredBy === actor.key", "return false"),
  guard("who is not listed confirms a record", "D2", notAnswered, "if (!listed.includes(actor.key))", "if (false)"),
  guard("a record says what its numbers do not", "D1", notEntered, "if (reached === args.verdict) return null;", "return null;"),
  guard("anybody records", "D1", notEntered, "if (isCore(context) || recorders.includes(actor.key)) return null;", "return null;"),
  guard(
    "a record of a group's matter",
    "D1",
    notEntered,
    "if (coreDecidesNow(context) || openEscalation(context) !== null) return null;",
    "return null;",
  ),
  guard("a record lists who has no vote", "D1", notEntered, "if (other !== undefined) {", "if (false) {"),
  guard("a record of an old text takes effect", "D2", settleEntered, "text?.digest === digest && ", ""),
];
