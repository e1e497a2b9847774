import { isGateOpen } from "../../src/core/decide-gate.ts";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import { epochMilliseconds, instant } from "../../src/kernel/instant.ts";
import type { SimAct, SimHistory } from "../simulation/history.ts";
import { addDays } from "../simulation/oracle/calendar.ts";
import { isAuthor, isCore, isLeadMaintainer, personOf } from "../simulation/oracle/people.ts";
import { forEachEvent, PlainLedger, type Told } from "../simulation/plain-ledger.ts";
import { shaOf } from "../simulation/snapshot-of.ts";
import { holdsInHistories, type ToldHistory } from "../simulation/told-history.ts";

const runs = 60;

type Said = Extract<SimAct, { kind: "comment" }>;

/** The comment that an event names as its source; null where it was none. */
function commentOf({ acts }: SimHistory, { source }: LedgerEvent): Said | null {
  const id = Number(/^comment\/(\d+)#/.exec(source)?.[1] ?? Number.NaN);
  return acts.filter((act) => act.kind === "comment").find((act) => act.id === id) ?? null;
}

const startsWith = (said: Said | null, ...words: readonly string[]) =>
  words.some((word) => said?.text.replace("/steward ", "/").startsWith(word));

describe("invariant 2: while something stands against it, it does not pass", () => {
  it("lifts a block only by its raiser, by Core with a reason once escalated, or with the person's vote", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type !== "block-lifted") return;
        const said = commentOf(told.history, event);
        const person = said && personOf(step.rules, said.by);
        expect(startsWith(said, "/unblock")).toBe(true);
        if (person?.id === fact.person) return;
        expect(isCore(person)).toBe(true);
        expect(isAuthor(told.history.proposal, step.rules, person?.id ?? "")).toBe(false);
        expect(before.escalated || [...before.decisions.values()].some(({ closed }) => closed !== null)).toBe(true);
      });
    }, runs);
  });

  it("hears every veto of Core in time: what the group decided stands no longer, and is Core's", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step, earlier, later }) => {
        const { fact } = event;
        if (fact.type !== "act-answered" || fact.command !== "veto") return;
        const said = commentOf(told.history, event);
        if (said === null || said.editedAt !== null || startsWith(said, "/veto lift")) return;
        const person = personOf(step.rules, said.by);
        const own = isAuthor(told.history.proposal, step.rules, person?.id ?? "");
        const byAct = earlier.filter(({ source }) => source === event.source);
        const ran =
          before.oversight !== null && (before.oversight.ended === null || byAct.some(({ fact: each }) => each.type === "oversight-ended"));
        if (own || !ran || !isCore(person)) return;
        expect(fact.outcome.kind).toBe("done");
        expect(before.oversight?.ended).toBe("vetoed");
        const after = later.find(({ fact: each }) => each.type === "state-moved");
        expect(after).toMatchObject({ at: event.at, fact: { to: "in-review" } });
      });
    }, runs);
  });

  it("accepts nothing while a Lead veto stands, which only a Lead Maintainer raises or lifts", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type === "lead-veto-raised" || fact.type === "lead-veto-lifted") {
          const said = commentOf(told.history, event);
          const person = said && personOf(step.rules, said.by);
          expect(isLeadMaintainer(person)).toBe(true);
          expect(isAuthor(told.history.proposal, step.rules, person?.id ?? "")).toBe(false);
        }
        if (fact.type === "state-moved" && ["accepted", "final"].includes(fact.to)) expect(before.leadVeto).toBe(false);
      });
      for (const { record } of told.steps) if (record.leadVeto !== null) expect(["accepted", "final"]).not.toContain(record.state);
    }, runs);
  });

  it("holds as long as the rules say from each /hold of Core, and ends it only in time or by who may", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step, earlier }) => {
        const { fact } = event;
        if (fact.type === "hold-set") {
          expect(epochMilliseconds(fact.endsAt)).toBe(addDays(epochMilliseconds(event.at), step.rules.holdDays, step.rules.timeZone));
        }
        if (fact.type === "hold-ended") expect(before.holds.get(fact.person)).toBe(event.at);
        if (fact.type === "hold-lifted") {
          const by = event.actor?.id ?? 0;
          const person = personOf(step.rules, by);
          expect(person?.id === fact.person || (isCore(person) && startsWith(commentOf(told.history, event), "/unhold "))).toBe(true);
        }
        if (fact.type !== "act-answered" || fact.command !== "hold") return;
        const said = commentOf(told.history, event);
        const person = said && personOf(step.rules, said.by);
        if (!isCore(person) || said?.editedAt !== null || !startsWith(said, "/hold ")) return;
        expect(
          earlier.some(({ source, fact: each }) => source === event.source && each.type === "hold-set" && each.person === person?.id),
        ).toBe(true);
      });
    }, runs);
  });
});

describe("the merge gate", () => {
  it("is green only at final, on the attested text, its acceptance standing and overseen, unheld, unvetoed and confirmed", () => {
    let green = 0;
    holdsInHistories((told) => {
      const plain = new PlainLedger();
      for (const { events, outcome, head } of told.steps) {
        for (const event of events) plain.add(event);
        if (outcome.gate === "closed") continue;
        green += 1;
        expect(plain.state).toBe("final");
        expect(plain.head?.headSha).toBe(shaOf(head));
        expect(plain.final?.digest).toBe(plain.head?.digest);
        expect([...plain.holds]).toEqual([]);
        expect(plain.leadVeto).toBe(false);
        expect(plain.unconfirmed).toBe(false);
        if (plain.oversight !== null) expect(plain.oversight.ended).not.toBeNull();
        expect(acceptances(told, plain)).toBeGreaterThan(0);
      }
    }, runs);
    expect(green).toBeGreaterThan(10);
  });

  it("closes as soon as any one of these is missing", () => {
    holdsInHistories((told) => {
      for (const { record, outcome, head } of told.steps) {
        if (outcome.gate === "closed") continue;
        const [sha, at] = [shaOf(head), instant("2026-11-23T10:00:00Z")];
        const hold = { person: "ada", login: "ada", setAt: at, endsAt: at };
        const problem = { severity: "error", code: "x", message: "It is wrong.", fix: "", line: 1, column: 1 } as const;
        const missing: readonly Partial<ProposalRecord>[] = [
          { state: "accepted" },
          { final: null },
          { text: null },
          { holds: [hold] },
          { leadVeto: { person: "ada", login: "ada", at } },
          { unconfirmed: { headSha: sha, reasons: ["text-changed"] } },
          ...(record.oversight === null ? [] : [{ oversight: { ...record.oversight, ended: null } }]),
        ];

        expect(isGateOpen(record, sha, [])).toBe(true);
        for (const less of missing) expect([less, isGateOpen({ ...record, ...less }, sha, [])]).toEqual([less, false]);
        expect(isGateOpen(record, "b".repeat(40), [])).toBe(false);
        expect(isGateOpen(record, sha, [problem])).toBe(false);
      }
    }, runs);
  });
});

/** How often the ledger so far says that something accepted it. */
const acceptances = ({ ledger }: ToldHistory, { decisions }: PlainLedger): number =>
  [...decisions.values()].filter(({ fact, closed }) => {
    return (
      fact.matter === "proposal" &&
      fact.proposes === "accept" &&
      closed?.fact.type === "decision-closed" &&
      closed.fact.outcome === "carried"
    );
  }).length + ledger.filter(({ fact }) => fact.type === "record-ended" && fact.how === "took-effect").length;

describe("what was decided", () => {
  it("is undone only by what the rules name: a veto, a contest, a late act, a changed text, Core, or its author", () => {
    holdsInHistories((told) => {
      forEachEvent(told, (each) => {
        const { event, before } = each;
        const { fact } = event;
        if (fact.type !== "state-moved" || !["accepted", "rejected", "final", "withdrawn"].includes(before.state)) return;
        expect([before.state, fact.to, causeOf(each, told)]).toEqual([before.state, fact.to, expect.any(String)]);
      });
    }, runs);
  });
});

/** Why a decided state was left, and by whose right; null where no rule lets it. */
function causeOf({ event, before, step, earlier, later }: Told, told: ToldHistory): string | null {
  if (event.fact.type !== "state-moved") return null;
  const said = commentOf(told.history, event);
  const person = said && personOf(step.rules, said.by);
  const own =
    said !== null && (told.history.proposal.openedBy === said.by || isAuthor(told.history.proposal, step.rules, person?.id ?? ""));
  const last = earlier.at(-1)?.fact;
  const { from, to } = { from: before.state, to: event.fact.to };
  if (from === "withdrawn") return to === "proposal" && own && startsWith(said, "/revive") ? "revived" : null;
  if (to === "withdrawn") return from === "accepted" && own && startsWith(said, "/withdraw") ? "withdrawn" : null;
  if (to === "final") return from === "accepted" && before.sponsor === person?.id ? "attested" : null;
  if (from === "final") return to === "accepted" && last?.type === "final-undone" ? "text changed" : null;
  if (to === "in-review" && from === "accepted" && before.leadVeto) return "lead veto";
  const ended = before.oversight?.ended;
  if (to === "in-review" && later[0]?.fact.type === "decision-reopened") return "late act";
  if (to === "in-review" && (ended === "vetoed" || ended === "undone")) return ended;
  // X5: Core decides about a text that the acceptance does not cover.
  return from === "accepted" &&
    last?.type === "decision-closed" &&
    before.decision(last.decision).fact.parts[0]?.authority === "core-maintainers"
    ? "core"
    : null;
}
