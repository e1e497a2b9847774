import { instant } from "../../src/kernel/instant.ts";
import { proposalText } from "../support/planning.ts";
import { open } from "../support/proposal-road.ts";
import { aPerson } from "../support/snapshot.ts";

const end = "2026-12-03T10:03:00Z";

describe("consensus of a group", () => {
  it("accepts at its end with two consents of two organisations, and not before", () => {
    const road = open().say("Juno", "2026-11-24T10:00:00Z", "/lgtm").say("noor", "2026-11-24T11:00:00Z", "/lgtm");

    expect(road.look("2026-12-03T10:03:00Z").record.state).toBe("in-review");
    const { state, oversight } = road.look("2026-12-03T10:03:01Z").record;
    expect({ state, from: oversight?.openedAt, until: oversight?.endsAt }).toEqual({
      state: "accepted",
      from: instant(end),
      until: instant("2026-12-10T10:03:00Z"),
    });
  });

  it("that a push ends was ended by what a pass found, not by a deadline", () => {
    const other = proposalText.replace("MAY send", "MUST send");
    const { ledger } = open().push("d".repeat(40), other).look("2026-11-24T10:00:00Z");

    expect(ledger.find(({ fact }) => fact.type === "decision-closed")).toMatchObject({
      source: "pass",
      fact: { outcome: "text-changed" },
    });
  });

  it("silence, one consent, or two accounts of one person accept nothing", () => {
    const road = open().say("Juno", "2026-11-24T10:00:00Z", "/lgtm").say("juno-old", "2026-11-24T11:00:00Z", "/lgtm");

    expect(road.look("2026-12-20T10:00:00Z").record).toMatchObject({
      state: "in-review",
      decisions: [{ closed: null, ballots: [{ person: "juno" }] }],
    });
  });

  it("closes with the consent that was missing, once its time has passed", () => {
    const road = open().say("Juno", "2026-11-24T10:00:00Z", "/lgtm").look("2026-12-05T10:00:00Z");

    expect(road.say("ravi", "2026-12-06T10:00:00Z", "/lgtm").record.state).toBe("accepted");
  });

  it("a block that was in time opens the decision again, when it is found after the end", () => {
    const road = open()
      .say("Juno", "2026-11-24T10:00:00Z", "/lgtm")
      .say("noor", "2026-11-24T11:00:00Z", "/lgtm")
      .look("2026-12-03T10:04:00Z");
    expect(road.record.state).toBe("accepted");

    road.comment("ravi", end, "/block The unit of the note is not said; name one").look("2026-12-03T10:06:00Z");

    expect(road.record).toMatchObject({
      state: "in-review",
      decisions: [{ closed: null, blocks: [{ person: "ravi" }] }],
      oversight: { ended: { how: "undone" } },
    });
  });

  it("a block after the end changes nothing", () => {
    const road = open()
      .say("Juno", "2026-11-24T10:00:00Z", "/lgtm")
      .say("noor", "2026-11-24T11:00:00Z", "/lgtm")
      .look("2026-12-03T10:04:00Z")
      .say("ravi", "2026-12-03T10:05:00Z", "/block The unit of the note is not said; name one");

    expect(road.record.state).toBe("accepted");
  });
});

describe("which text", () => {
  const changed = proposalText.replace("MAY send", "MUST send");

  it("a normative push ends what is open, with its consents", () => {
    const road = open().say("Juno", "2026-11-24T10:00:00Z", "/lgtm").push("d".repeat(40), changed).look("2026-11-25T10:00:00Z");

    expect(road.record).toMatchObject({ state: "in-review", decisions: [{ closed: { outcome: "text-changed" } }] });
  });

  it("an editorial push keeps them", () => {
    const road = open()
      .say("Juno", "2026-11-24T10:00:00Z", "/lgtm")
      .push("d".repeat(40), proposalText.replace("Status**: Draft", "Status**: In-Review"))
      .look("2026-11-25T10:00:00Z");

    expect(road.record.decisions).toMatchObject([{ closed: null, ballots: [{ person: "juno" }] }]);
  });

  it("a yes written before its author could read the head is not counted", () => {
    const road = open().push("d".repeat(40), changed);
    road.comment("bo-okafor", "2026-11-24T10:00:00Z", "/lgtm").look("2026-11-24T10:00:05Z");

    expect(road.record.decisions[0]).toMatchObject({ closed: { outcome: "text-changed" }, ballots: [] });
  });
});

it("a withdrawal leaves nothing open: no decision, no escalation", () => {
  const road = open()
    .say("Juno", "2026-11-24T10:00:00Z", "/escalate We cannot agree on the unit")
    .say("mira", "2026-11-25T10:00:00Z", "/withdraw");

  expect(road.record.state).toBe("withdrawn");
  expect(road.record.escalations).toMatchObject([{ answer: { kind: "return" } }]);
  expect(road.record.decisions.every(({ closed }) => closed !== null)).toBe(true);
});

describe("a review", () => {
  it("that approves is its author's yes to the commit", () => {
    const road = open().review("noor", "2026-11-24T10:00:00Z", "approved");

    expect(road.record.decisions[0]?.ballots).toMatchObject([{ person: "noor", choice: "yes" }]);
  });

  it("that asks for changes is a block where it says why, and is asked for the reason where it does not", () => {
    const road = open()
      .review("noor", "2026-11-24T10:00:00Z", "changes-requested", "Two notes of one forecast cannot be told apart; number them")
      .review("ravi", "2026-11-24T11:00:00Z", "changes-requested", "No.");

    expect(road.record.decisions[0]?.blocks).toMatchObject([{ person: "noor" }]);
    expect(road.record.answers.get("review/104")?.outcome).toMatchObject({ kind: "refused", code: "reason-too-short" });
  });

  it("by somebody without a vote is nobody's business here", () => {
    const road = open().review("cleo", "2026-11-24T10:00:00Z", "approved");

    expect(road.record.answers.get("review/103")?.outcome).toEqual({ kind: "ignored" });
  });
});

describe("who acted", () => {
  it("a login whose id is another's counts for nothing", () => {
    const road = open().say("noor", "2026-11-24T10:00:00Z", "/lgtm", { author: aPerson("noor", 4711) });

    expect(road.record.decisions[0]?.ballots).toEqual([]);
    expect(road.answerTo(103)).toMatchObject({ kind: "refused", code: "no-voter" });
  });

  it("a comment that was edited before it was read is asked to be repeated, and one through another App too", () => {
    const road = open()
      .say("noor", "2026-11-24T10:00:00Z", "/lgtm", { editedAt: instant("2026-11-24T10:00:01Z") })
      .say("noor", "2026-11-24T11:00:00Z", "/lgtm", { viaApp: "typist" });

    expect([road.answerTo(103), road.answerTo(104)]).toMatchObject([
      { kind: "repeat", code: "edited" },
      { kind: "repeat", code: "through-app" },
    ]);
    expect(road.record.decisions[0]?.ballots).toEqual([]);
  });

  it("a counted comment that is deleted keeps its effect and is flagged, once", () => {
    const road = open().say("noor", "2026-11-24T10:00:00Z", "/lgtm");
    const { pullRequest } = road.snapshot;
    road.snapshot = { ...road.snapshot, pullRequest: { ...pullRequest, conversation: pullRequest.conversation.slice(0, -1) } };
    road.look("2026-11-24T11:00:00Z").look("2026-11-24T12:00:00Z");

    expect(road.record.decisions[0]?.ballots).toMatchObject([{ person: "noor", choice: "yes" }]);
    expect(road.record.tampered).toEqual([{ act: "comment/103", how: "deleted" }]);
  });
});
