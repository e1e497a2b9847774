import { foldLedger } from "../../src/core/ledger/index.ts";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { Comment, Review, Snapshot } from "../../src/domain/snapshot.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import { instant } from "../../src/kernel/instant.ts";
import { smallConstitution } from "./constitution.ts";
import { aClassifier, aProposalSnapshot, planFor, proposalPath, recorded } from "./planning.ts";
import { applyEffects } from "./simulated-github.ts";
import { aFile, aPerson, aReview } from "./snapshot.ts";

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
const constitution = smallConstitution()
  .edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }")
  .edit("domains.yml", '      names: ["readings/*", Reading]', '      paths: [docs/readings/]\n      names: ["readings/*", Reading]');
const attested = "/ready\nprototype: https://example.org/p\nbenefit: https://example.org/b\nsupport: https://example.org/s";

/** One proposal as passes see it, one after another. */
export class Road {
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

  /** `others`: contents of other files that this head changes, by path. */
  push(headSha: string, text: string, others: Readonly<Record<string, string>> = {}): this {
    const { pullRequest, texts } = this.snapshot;
    const contents = Object.entries({ ...others, [proposalPath]: text }).toSorted(([one], [other]) => (one < other ? -1 : 1));
    this.snapshot = {
      ...this.snapshot,
      pullRequest: {
        ...pullRequest,
        headSha,
        files: contents.map(([path]) => ({ path, change: path === proposalPath ? "added" : "modified" })),
      },
      headFiles: contents.map(([path, content]) => ({ path, blob: sha256(content) })),
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

/** In review, with what R2.5 asks. */
export const inReview = (): Road =>
  new Road().look("2026-11-23T10:00:00Z").say("asta", "2026-11-23T10:01:00Z", "/sponsor").say("asta", "2026-11-23T10:02:00Z", attested);
/** Consensus to accept is open until 3 December, 10:03 UTC. */
export const open = (): Road => inReview().say("Juno", "2026-11-23T10:03:00Z", "/propose accept");
