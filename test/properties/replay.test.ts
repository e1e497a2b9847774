import fc from "fast-check";
import { foldEvent, foldLedger } from "../../src/core/ledger/index.ts";
import { chainEvent, findBrokenLink } from "../../src/domain/ledger-chain.ts";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import { instant } from "../../src/kernel/instant.ts";
import { passOver } from "../simulation/core-harness.ts";
import type { SimAct, SimHistory, SimPass } from "../simulation/history.ts";
import { forEachEvent } from "../simulation/plain-ledger.ts";
import { drawHistory, historySeed, holdsInHistories, propertySeed, type ToldHistory } from "../simulation/told-history.ts";

const runs = 50;
const subject = { repositoryId: 7, pullRequest: 12 };

/** Chains a ledger as it is recorded, with a commitment wherever a reason was given. */
function chained(ledger: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const events: LedgerEvent[] = [];
  for (const { version, at, constitution, actor, source, clause, reason, fact } of ledger) {
    const commitment = reason === null ? null : `${"c".repeat(60)}${events.length % 10}000`;
    events.push(chainEvent(subject, events.at(-1) ?? null, { version, at, constitution, actor, source, clause, reason, fact }, commitment));
  }
  return events;
}

/** A property of a history and of a number that picks something in it. */
function holdsInPlaces(says: (told: ToldHistory, place: <T>(from: readonly T[]) => T) => void): void {
  fc.assert(
    fc.property(historySeed, fc.noBias(fc.nat()), (seed, number) => {
      says(drawHistory(seed), (from) => {
        const picked = from[number % from.length];
        if (picked === undefined) throw new Error("Nothing to pick from");
        return picked;
      });
    }),
    { numRuns: runs, seed: propertySeed },
  );
}

describe("invariant 4: replaying the ledger gives the same state", () => {
  it("folds the whole ledger into what pass after pass left, at every pass", () => {
    holdsInHistories(({ ledger, steps }) => {
      for (const { record } of steps) expect(foldLedger(ledger.slice(0, record.sequence))).toEqual(record);
    }, runs);
  });

  it("folds what was written down and read again into the same", () => {
    holdsInHistories(({ ledger, steps }) => {
      const read: readonly LedgerEvent[] = JSON.parse(JSON.stringify(chained(ledger)));

      expect(foldLedger(read)).toEqual(steps.at(-1)?.record);
    }, runs);
  });

  it("is total: every beginning of a ledger, and its events left out, doubled or in any order, fold into some record", () => {
    holdsInPlaces(({ ledger }, place) => {
      let record = foldLedger([]);
      for (const event of ledger) record = foldEvent(record, event);
      const without = ledger.filter((event) => event !== place(ledger));
      const from = place([...ledger.keys()]);

      for (const strange of [
        without,
        ledger.toReversed(),
        [...ledger.slice(from), ...ledger],
        [...ledger.slice(from), ...ledger.slice(0, from)],
      ]) {
        expect(foldLedger(strange).sequence).toBe(strange.at(-1)?.sequence);
      }
    });
  });

  it("does not depend on reasons, so that redacting them changes neither state nor chain", () => {
    holdsInHistories(({ ledger, steps }) => {
      const redacted = chained(ledger).map((event) => ({ ...event, reason: null }));

      expect(findBrokenLink(subject, redacted)).toBeNull();
      expect(foldLedger(redacted)).toEqual(steps.at(-1)?.record);
    }, runs);
  });

  it("shows where a ledger was cut, changed or put in another order, from that event on", () => {
    holdsInPlaces(({ ledger }, place) => {
      const events = chained(ledger);
      const at = place([...events.keys()].slice(0, -1));
      const [event, next] = [events[at], events[at + 1]];
      if (event === undefined || next === undefined) throw new Error("A ledger of one event");

      expect(findBrokenLink(subject, events)).toBeNull();
      const later = { ...event, at: instant(Date.parse(event.at) + 1000) };
      const other = { ...event, actor: { id: 1, login: "somebody" } };
      for (const changed of [later, other, { ...event, source: "pass" }, { ...event, clause: "x.yml:1" }, { ...event, fact: next.fact }]) {
        if (JSON.stringify(changed) === JSON.stringify(event)) continue;
        expect(findBrokenLink(subject, events.with(at, changed))).toBe(at + 1);
      }
      expect(findBrokenLink(subject, events.toSpliced(at, 1))).toBe(at + 1);
      expect(findBrokenLink(subject, events.toSpliced(at, 2, next, event))).toBe(at + 1);
      expect(findBrokenLink(subject, events.toSpliced(at, 0, event))).toBe(at + 2);
      expect(findBrokenLink({ ...subject, pullRequest: 13 }, events)).toBe(1);
    });
  });
});

describe("invariant 5: a second pass plans nothing", () => {
  it("at the same moment, and at any later one before something is due", () => {
    holdsInHistories(({ history, steps, ledger }) => {
      for (const { pass, record } of steps) {
        const recorded = ledger.slice(0, record.sequence);
        const due = [
          ...record.decisions.filter(({ closed }) => closed === null).flatMap(({ endsAt, deferredAt }) => [endsAt, deferredAt ?? endsAt]),
          ...(record.oversight && record.oversight.ended === null ? [record.oversight.endsAt ?? "9"] : []),
          ...record.entered.filter(({ ended }) => ended === null).map(({ settlesAt }) => settlesAt),
          ...record.holds.map(({ endsAt }) => endsAt),
        ].toSorted()[0];
        const quiet = due === undefined || due === "9" ? pass.at : Math.max(pass.at, Math.min(Date.parse(due), pass.at + 3_600_000));

        expect(passOver(history, pass, record, recorded)).toEqual([]);
        if (record.state !== "proposal") expect(passOver(history, { ...pass, at: quiet }, record, recorded)).toEqual([]);
      }
    }, runs);
  });
});

const known =
  /^\/(?:steward )?(?:lgtm|vote|call-vote|propose|block|unblock|veto|record|sponsor|unsponsor|domain|change|route|escalate|recuse|unrecuse|hold|unhold|group|adopt|decline|ready|final|withdraw|revive|close)\b/;

describe("invariant 6: what is acknowledged is answered and recorded exactly once", () => {
  it("answers every command and deciding review that a pass could read once, in order, and nothing that a bot wrote", () => {
    holdsInHistories(({ history, steps }) => {
      const answered = new Map<string, number>();
      const answeredIn = new Map<string, number>();
      for (const [index, { events }] of steps.entries()) {
        for (const { fact, source } of events) {
          if (fact.type !== "act-answered") continue;
          answered.set(source, (answered.get(source) ?? 0) + 1);
          answeredIn.set(source, index);
        }
      }
      for (const act of history.acts) {
        if (act.kind !== "comment" && act.kind !== "review") continue;
        const speaks = act.kind === "review" || (known.test(act.text) && !act.bot);
        const source = act.kind === "comment" ? `comment/${act.id}#0` : `review/${act.id}`;
        const first = steps.findIndex(({ pass }) => pass.seenThrough >= act.id);

        expect([source, answered.get(source) ?? 0]).toEqual([
          source,
          speaks && first >= 0 && wasThere(history, act, steps[first]?.pass) ? 1 : 0,
        ]);
        if (answered.has(source)) expect(answeredIn.get(source)).toBe(first);
        answered.delete(source);
      }
      for (const [source, times] of answered)
        expect([source.split("/")[0], times]).toEqual([expect.stringMatching(/^(?:label|assignment)$/), 1]);
    }, runs);
  });
});

/** Whether nobody had deleted it before the first pass that could see it. */
function wasThere({ acts }: SimHistory, { id }: SimAct, pass: SimPass | undefined): boolean {
  return (
    pass !== undefined &&
    !acts.some((act) => act.kind === "tamper" && act.act === id && act.how === "deleted" && act.id <= pass.seenThrough)
  );
}

describe("deadlines", () => {
  it("fire never before their instant, and at the first pass after it", () => {
    holdsInHistories((told) => {
      const announced = new Set<string>();
      forEachEvent(told, ({ event, step }) => {
        const { fact } = event;
        expect(Date.parse(event.at)).toBeLessThanOrEqual(step.pass.at);
        if (event.source === "deadline" && event.actor === null) expect(announced).toContain(event.at);
        if (fact.type === "decision-opened") for (const at of [fact.endsAt, fact.deferredAt]) if (at !== null) announced.add(at);
        if (fact.type === "oversight-opened" && fact.endsAt !== null) announced.add(fact.endsAt);
        if (fact.type === "record-entered") announced.add(fact.settlesAt);
        if (fact.type === "hold-set") announced.add(fact.endsAt);
      });
      for (const { pass, record } of told.steps) {
        const isOver = (at: string | null) => at !== null && pass.at >= Math.floor(Date.parse(at) / 1000) * 1000 + 1000;
        const votes = record.decisions.filter(({ closed, parts }) => closed === null && parts.some(({ rule }) => rule.kind === "vote"));

        expect(votes.filter(({ endsAt, deferredAt }) => isOver(endsAt) || isOver(deferredAt))).toEqual([]);
        expect(record.holds.filter(({ endsAt }) => isOver(endsAt))).toEqual([]);
        expect(record.entered.filter(({ ended, settlesAt }) => ended === null && isOver(settlesAt))).toEqual([]);
        if (record.oversight?.ended === null) expect(isOver(record.oversight.endsAt)).toBe(false);
      }
    }, runs);
  });
});
