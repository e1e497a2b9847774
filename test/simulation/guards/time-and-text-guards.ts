import { type Guard, guard, unseen } from "./guard.ts";

const advance = "src/core/decide/advance.ts";
const gatherActs = "src/core/decide/gather-acts.ts";
const readDigest = "src/core/decide/read-digest.ts";
const reopen = "src/core/decide/reopen.ts";
const settleHeads = "src/core/decide/settle-heads.ts";
const settleDecisions = "src/core/decide/settle-decisions.ts";
const noConfirmation = "src/commands/lgtm/why-no-confirmation.ts";

/** When an act counts, and for which text. */
export const timeAndTextGuards: readonly Guard[] = [
  guard(
    "window end: acts after the deadline count",
    "T2",
    advance,
    `    line.runDeadlines(act.at);
    line.act(act);`,
    "    line.act(act);",
  ),
  guard(
    "the deadline's own second is late",
    "T2",
    "src/calendar/deadline.ts",
    "return at >= afterDeadline(deadline);",
    "return at >= deadline;",
  ),
  guard(
    "window end: consensus closes before its deadline",
    "C5",
    "src/procedures/judge-consensus.ts",
    '...(late ? [] : [{ kind: "time" } as const]),',
    "",
  ),
  guard(
    "window end: decisions close an hour early",
    "T2",
    "src/procedures/judge-decision.ts",
    "const late = isAfterDeadline(context.now, decision.endsAt);",
    "const late = Date.parse(context.now) + 3_600_000 > Date.parse(decision.endsAt);",
  ),
  guard(
    "whose time: an act counts at the time of the pass",
    "T1",
    gatherActs,
    ".toSorted(compareActs);",
    ".toSorted(compareActs).map((act) => ({ ...act, at: snapshot.takenAt }));",
  ),
  guard(
    "acts of one second in any order",
    "T1",
    "src/core/decide/act.ts",
    "one.order[0] - other.order[0] ||",
    "other.order[0] - one.order[0] ||",
  ),
  guard(
    "what a deadline does is dated by the pass",
    "T2",
    advance,
    "this.settle(afterDeadline(deadline), deadline, {",
    "this.settle(afterDeadline(deadline), moment, {",
  ),
  guard("edited comments act", "T5", gatherActs, 'repeat: comment.editedAt !== null ? "edited" : comment.viaApp', "repeat: comment.viaApp"),
  guard("an act is answered at every pass", "T7", gatherActs, "!record.answers.has(source) && ", ""),
  guard("correction: a late act opens nothing again", "T4", reopen, 'if (record.state === "final" || ', "if (true || "),
  unseen(
    guard("correction: a final proposal is opened again", "T4", reopen, 'if (record.state === "final" || ', "if ("),
    "a pass that sees `/final` sees every act before it",
  ),
  guard(
    "correction: what was not in time opens again",
    "T4",
    reopen,
    "return openedAt <= at && !isAfterDeadline(at, endsAt);",
    "return true;",
  ),
  guard("correction: a late veto opens nothing again", "T4", reopen, "? [reopenOversight(act, record)]", "? []"),
  unseen(
    guard(
      "correction: what would be refused opens again",
      "T4",
      reopen,
      "drafts.length > 0 && isDoneAfter(drafts, act, record, context)",
      "drafts.length > 0",
    ),
    "what is opened again for nothing ends again as it did",
  ),
  guard(
    "digest: a yes to an old text counts",
    "X2",
    "src/commands/deciding.ts",
    "if (readDigest === facts.digest) return null;",
    "return null;",
  ),
  guard(
    "digest: a named old text counts",
    "X2",
    "src/commands/lgtm/authorise.ts",
    "if (matchesDigest(named, digest)) return null;",
    "return null;",
  ),
  guard("digest: a review of an old commit counts", "X2", readDigest, "if (commit === null) return null;", "if (text) return text.digest;"),
  unseen(
    guard(
      "digest: a text published in the same second was read",
      "X2",
      readDigest,
      "at < comment.at || (at === comment.at && fence !== null && comment.id > fence)",
      "at <= comment.at",
    ),
    "the pass that shows a new text has seen every act of its second",
  ),
  guard(
    "a decision goes on over a changed text",
    "X3",
    settleDecisions,
    'if (decision.matter !== "sponsorship" && record.text !== null && record.text.digest !== decision.digest) {',
    "if (false) {",
  ),
  guard(
    "Core's vote on a changed text stays in the queue",
    "X3",
    "src/core/decide/conclude.ts",
    "return isOfAuthority(decision, context.governance) ? [end, ...leaveQueue(record)] : [end];",
    "return [end];",
  ),
  guard("a changed head stays confirmed", "X4", settleHeads, "if (reasons.length === 0 && unconfirmed === null) return [];", "return [];"),
  guard(
    "pushing the accepted text back does not confirm",
    "X4",
    settleHeads,
    "const known = [accepted, ...accepted.earlier];",
    "const known = accepted.earlier;",
  ),
  guard(
    "a confirmed text is forgotten with the next",
    "X4",
    settleHeads,
    "const known = [accepted, ...accepted.earlier];",
    "const known = [accepted];",
  ),
  guard("one yes confirms a changed head", "X5", settleHeads, "return theirs.length >= people && ", "return theirs.length >= 1 && "),
  guard("yeses of one organisation confirm a changed head", "X5", settleHeads, " && organisationsAmong(theirs) >= organisations;", ";"),
  guard("one group confirms for all", "X5", settleHeads, "asked(record, context).every(", "asked(record, context).some("),
  guard("the sponsor confirms a changed head", "X5", noConfirmation, " && person !== record.sponsor?.person);", ");"),
  guard("a group confirms what is Core's", "X5", noConfirmation, "if (isUncovered(context)) {", "if (false) {"),
];
