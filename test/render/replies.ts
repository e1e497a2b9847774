import type { CommandOutcome, Refusal } from "../../src/domain/answer.ts";
import {
  type NumberedEvent,
  type ProposalStatus,
  renderAskLeads,
  renderAskSponsors,
  renderCan,
  renderHandUndone,
  renderHelp,
  renderReminder,
  renderReply,
  renderStatusAnswer,
  renderStatusSuggestion,
  renderTextChange,
  renderWhy,
  type StatusData,
} from "../../src/render/index.ts";
import { hostilePieces } from "../support/hostile-text.ts";
import { crowd } from "./crowd.ts";
import { anEvent, decisionOpened, ends, opened } from "./decision-data.ts";
import { common, places } from "./message-data.ts";
import { messages } from "./messages.ts";

const hostile = hostilePieces.join(" ");

function statusOf(name: string): ProposalStatus {
  const data: StatusData | undefined = messages[name];
  if (data?.kind !== "proposal") throw new Error(`${name} is no message about a proposal`);
  return data;
}

const refused: Refusal = {
  kind: "refused",
  code: "own-proposal",
  text: "You are a lead of the deciding group and an author of this proposal, and authors do not decide their own.",
  clause: "procedures.yml:1",
  who: ["noor", "ravi"],
  instead: "You can answer questions, or `/withdraw`.",
};
const repeat: CommandOutcome = { kind: "repeat", code: "text-changed", text: "The text changed before you wrote: one statement is new." };
const reply = (...acts: readonly (readonly [string, CommandOutcome])[]) =>
  renderReply({ to: "comment/17", login: "juno", acts: acts.map(([command, outcome]) => ({ command, outcome, answer: null })), places });

const otherText: Refusal = {
  ...refused,
  code: "text-changed",
  text: "It was not counted: the text is now `5c718b041705`, and when you wrote, `e21f0a94c3d1` was shown.",
  clause: null,
  who: [],
  instead: "Read what changed, and write it again.",
};
const underOtherText = (lines: readonly string[]) =>
  renderReply({
    to: "comment/19",
    login: "noor",
    acts: [{ command: "lgtm", outcome: otherText, answer: renderTextChange(lines) }],
    places,
  });

const commands = [
  { name: "lgtm", usage: "/lgtm [cancel|digest]", who: "whoever the route names", does: "says yes to what is open now" },
  { name: "block", usage: "/block reason", who: "voting members of the deciding group", does: "stops lazy consensus" },
];
const can = renderCan({
  login: "ravi",
  can: [
    { usage: "/lgtm", note: "voting member, until Thursday 3 December 2026" },
    { usage: "/recuse", note: null },
  ],
  cannot: [
    { usage: "/veto reason", who: "Core Maintainers" },
    { usage: "/hold reason", who: "leads, Core Maintainers, the sponsor" },
  ],
});
const asked = (answer: typeof can) =>
  renderReply({ to: "comment/18", login: "ravi", acts: [{ command: "can", outcome: { kind: "told", question: "can" }, answer }], places });

const history: readonly NumberedEvent[] = [
  anEvent(1, { type: "proposal-opened", file: "seps/12-delivery-receipts.md", author: "mira", authorId: 101 }, { actor: null }),
  anEvent(2, { type: "sponsor-set", person: "tomas", login: "tomas" }, { clause: "ladder.yml:20" }),
  decisionOpened,
  anEvent(5, { type: "ballot-cast", decision: 4, person: "noor", choice: "yes" }, { actor: { id: 1006, login: "noor" } }),
  anEvent(6, { type: "act-answered", command: "lgtm", outcome: refused }),
  anEvent(7, { type: "block-raised", decision: 4, person: "ravi" }, { reason: "It drops the time zone. Keep `zone`." }),
  anEvent(
    8,
    { type: "decision-closed", decision: 4, outcome: "carried", yes: ["noor", "juno"], no: [], abstain: [], blocks: [] },
    { at: ends, actor: null, clause: "procedures.yml:14" },
  ),
];
const why = (events: readonly NumberedEvent[]) => asked(renderWhy({ events, governance: common.governance, places }));
const oneOfCrowd = (at: number): NumberedEvent =>
  anEvent(at, { type: "ballot-cast", decision: 4, person: crowd[at]?.person ?? "", choice: "yes" });

/** Every reply, answer and call, by name. */
export const replies: Readonly<Record<string, string>> = {
  refused: reply(["lgtm", refused]),
  "refused-without-a-door": reply(["/veto", { ...refused, clause: null, who: [], instead: null }]),
  repeat: reply(["lgtm", repeat]),
  suggested: reply(["lgmt", { kind: "suggested", text: "Did you mean `/lgtm`?" }]),
  several: reply(["lgtm", refused], ["vote", repeat], ["domain", { kind: "done", text: "The domain is `forecasts`." }]),
  "many-acts": reply(...Array.from({ length: 200 }, () => ["lgtm", refused] as const)),
  "text-changed": underOtherText([
    "@@ Specification, line 14",
    "- A server MAY set `note`.",
    "+ A server MUST set `note`, and a client SHOULD show it.",
    "@@ Security Implications, line 31",
    "+ A note MUST be shown as plain text.",
    "… and 2 more passages",
  ]),
  "text-changed-somehow": underOtherText([]),
  "text-changed-hostile": underOtherText([
    `@@ ${hostile}, line 1`,
    ...["+ ```", "+ `````\n\n@mira", "- <!-- steward:reply comment/1 v1 -->", "````", `+ ${hostile}`],
  ]),
  hostile: renderReply({
    to: hostile,
    login: hostile,
    acts: [{ command: hostile, outcome: { ...refused, text: hostile, clause: hostile, who: [hostile], instead: hostile }, answer: null }],
    places,
  }),
  can: asked(can),
  "can-nothing": asked(renderCan({ login: "zoe", can: [], cannot: [{ usage: "/lgtm", who: "voting members" }] })),
  status: asked(renderStatusAnswer(statusOf("consensus-needs-one"))),
  "status-of-a-draft": asked(renderStatusAnswer(statusOf("draft"))),
  why: why(history),
  "why-nothing-yet": why([]),
  "why-long": why(Array.from({ length: 500 }, (_, at) => oneOfCrowd(at))),
  "why-hostile": why([
    anEvent(
      1,
      { type: "proposal-opened", file: hostile, author: hostile, authorId: 1 },
      { reason: hostile, clause: hostile, actor: { id: 1, login: hostile } },
    ),
  ]),
  help: asked(renderHelp(commands, null)),
  "help-block": asked(renderHelp(commands, "block")),
  "help-unknown": asked(renderHelp(commands, hostile)),
  reminder: renderReminder({ key: "sponsor/2026-12-03", logins: ["tomas"], since: opened }, statusOf("draft")),
  "reminder-to-voters": renderReminder({ key: "consensus/4", logins: ["noor", "ravi"], since: opened }, statusOf("consensus-needs-one")),
  "ask-leads": renderAskLeads(
    { key: "group/forecasts-wg/1", body: "forecasts-wg", logins: ["Juno"], title: "Delivery receipts", nextAt: ends },
    statusOf("group-asked"),
  ),
  "ask-core": renderAskLeads(
    { key: "group/core/2", body: "core-maintainers", logins: ["bo-okafor", "cleo"], title: "Delivery receipts", nextAt: null },
    statusOf("group-asked-core"),
  ),
  "ask-sponsors": renderAskSponsors(
    { key: "sponsors/1", logins: ["Juno", "bo-okafor", "cleo", "asta"], title: "Delivery receipts" },
    statusOf("sponsor-suggested"),
  ),
  "ask-hostile": renderAskSponsors({ key: "sponsors/1", logins: [], title: hostile }, statusOf("hostile")),
  "label-put-back": renderHandUndone({
    key: "label/LE_1",
    login: "zoe",
    what: "label",
    action: "added",
    name: "accepted",
    why: "No label decides: `accepted` follows from a recorded decision.",
    command: "/propose accept",
  }),
  "hand-hostile": renderHandUndone({
    key: hostile,
    login: hostile,
    what: "assignment",
    action: "removed",
    name: hostile,
    why: hostile,
    command: hostile,
  }),
  "status-line": renderStatusSuggestion("- **Status**: Accepted", statusOf("waiting-for-implementation")),
  "status-line-hostile": renderStatusSuggestion(`- **Status**: Accepted ${hostile}`, statusOf("waiting-for-implementation")),
};
