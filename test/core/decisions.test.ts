import { foldLedger } from "../../src/core/ledger/index.ts";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { Comment, Review, Snapshot } from "../../src/domain/snapshot.ts";
import { instant } from "../../src/kernel/instant.ts";
import { smallConstitution } from "../support/constitution.ts";
import { aClassifier, aProposalSnapshot, planFor, proposalPath, proposalText, recorded } from "../support/planning.ts";
import { applyEffects } from "../support/simulated-github.ts";
import { aFile, aPerson, aReview } from "../support/snapshot.ts";

const ids: Readonly<Record<string, number>> = {
  asta: 1001,
  "bo-okafor": 1002,
  cleo: 1003,
  Juno: 1004,
  "juno-old": 1005,
  noor: 1006,
  ravi: 1007,
  mira: 101,
};
/** Lead Maintainers may sponsor here, so that the lead of the group stays free to lead. */
const constitution = smallConstitution().edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }");
const attested = "/ready\nprototype: https://example.org/p\nbenefit: https://example.org/b\nsupport: https://example.org/s";

/** One proposal as passes see it, one after another. */
class Road {
  snapshot: Snapshot = aProposalSnapshot();
  ledger: readonly LedgerEvent[] = [];
  #comment = 100;

  look(now: string): this {
    for (let looks = 0; looks < 4; looks++) {
      const plan = planFor({
        snapshot: this.snapshot,
        ledger: this.ledger,
        now: instant(now),
        classifier: aClassifier("forecasts"),
        constitution,
      });
      this.ledger = recorded(this.ledger, plan);
      const { takenAt } = this.snapshot;
      this.snapshot = { ...applyEffects({ ...this.snapshot, takenAt: instant(now) }, plan.effects), takenAt };
      if (plan.events.length === 0 && plan.effects.length === 0) break;
    }
    return this;
  }

  /** A comment that a pass may see later. */
  comment(login: string, at: string, body: string, changes: Partial<Comment> = {}): this {
    const comment: Comment = {
      id: this.#comment++,
      author: aPerson(login, ids[login] ?? null),
      body,
      createdAt: instant(at),
      editedAt: null,
      editor: null,
      viaApp: null,
      reacted: false,
      ...changes,
    };
    const { pullRequest } = this.snapshot;
    this.snapshot = { ...this.snapshot, pullRequest: { ...pullRequest, conversation: [...pullRequest.conversation, comment] } };
    return this;
  }

  say(login: string, at: string, body: string, changes: Partial<Comment> = {}): this {
    return this.comment(login, at, body, changes).look(at);
  }

  review(login: string, at: string, verdict: Review["verdict"], body = ""): this {
    const review = aReview(this.#comment++, verdict, aPerson(login, ids[login] ?? null), { submittedAt: instant(at), body });
    const { pullRequest } = this.snapshot;
    this.snapshot = { ...this.snapshot, pullRequest: { ...pullRequest, reviews: [...pullRequest.reviews, review] } };
    return this.look(at);
  }

  push(headSha: string, text: string): this {
    const { pullRequest, texts } = this.snapshot;
    this.snapshot = {
      ...this.snapshot,
      pullRequest: { ...pullRequest, headSha },
      texts: texts.map((pair) => (pair.path === proposalPath ? { ...pair, head: aFile(proposalPath, text) } : pair)),
    };
    return this;
  }

  get record() {
    return foldLedger(this.ledger);
  }

  answerTo(comment: number) {
    return this.record.answers.get(`comment/${comment}#0`)?.outcome;
  }
}

const inReview = () =>
  new Road().look("2026-11-23T10:00:00Z").say("asta", "2026-11-23T10:01:00Z", "/sponsor").say("asta", "2026-11-23T10:02:00Z", attested);
const open = () => inReview().say("Juno", "2026-11-23T10:03:00Z", "/propose accept");
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
