import { epochMilliseconds } from "../../src/kernel/instant.ts";
import type { SimAct, SimHistory, SimRules } from "../simulation/history.ts";
import { addBusinessDays, addDays } from "../simulation/oracle/calendar.ts";
import { canDecide, electorate, isAuthor, isCore, personById, personOf } from "../simulation/oracle/people.ts";
import { forEachEvent, type PlainDecision, type PlainLedger, type Told } from "../simulation/plain-ledger.ts";
import { digestOf } from "../simulation/snapshot-of.ts";
import { holdsInHistories, type ToldHistory } from "../simulation/told-history.ts";

const runs = 70;
const core = "core-maintainers";
const second = 1000;

type ActBy = Extract<SimAct, { readonly by: number }>;

/** The act of the history that an event names as its source; null for deadlines and passes. */
function actOf({ acts }: SimHistory, source: string): ActBy | null {
  const id = /^(?:comment|review|label|assignment)\/[LA]?(\d+)/.exec(source)?.[1];
  const act = id === undefined ? undefined : acts.find((each) => each.id === Number(id));
  return act !== undefined && "by" in act ? act : null;
}

const wordOf = (act: ActBy | null): string =>
  act?.kind === "comment" ? (act.text.replace("/steward ", "/").split(" ")[0] ?? "") : (act?.kind ?? "");

/** A decision about the proposal itself that ends as it was proposed. */
function carriedBy({ event, before }: Told): PlainDecision | null {
  const { fact } = event;
  if (fact.type !== "decision-closed" || fact.outcome !== "carried") return null;
  const decision = before.decision(fact.decision);
  return decision.fact.matter === "proposal" ? decision : null;
}

const isOfCore = ({ fact }: PlainDecision) => fact.parts.some(({ authority }) => authority === core);
const isConsensus = ({ fact }: PlainDecision) => fact.parts.every(({ rule }) => rule.kind === "lazy-consensus");

interface Count {
  readonly voters: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
}

/** Whose latest word counts in one part, counted from the events alone. */
function countOf({ fact, ballots, removed }: PlainDecision, part: number): Count {
  const voters = (fact.parts[part]?.electorate ?? []).map(({ person }) => person).filter((person) => !removed.has(person));
  const chose = (choice: string) => voters.filter((person) => ballots.get(person) === choice);
  return { voters, yes: chose("yes"), no: chose("no"), abstain: chose("abstain") };
}

describe("the histories that these properties are tried on", () => {
  it("hold acceptances by groups and by Core, blocks, vetoes, escalations, and proposals that become final", () => {
    const seen = new Map<string, number>();
    holdsInHistories((told) => {
      const names = new Set<string>();
      forEachEvent(told, (each) => {
        const { fact } = each.event;
        const decision = carriedBy(each);
        if (decision) names.add(`${isOfCore(decision) ? "core" : isConsensus(decision) ? "consensus" : "group vote"} carried`);
        if (fact.type === "state-moved") names.add(fact.to);
        if (fact.type === "oversight-ended") names.add(fact.how);
        names.add(fact.type);
      });
      if (told.steps.some(({ outcome }) => outcome.gate === "green")) names.add("green");
      for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
    }, runs);

    const often = ["consensus carried", "core carried", "group vote carried", "block-raised", "escalation-opened", "vetoed", "green"];
    expect(often.filter((name) => (seen.get(name) ?? 0) < 2)).toEqual([]);
  });
});

describe("invariant 1: nothing is accepted without a recorded decision of the authority that the rules name", () => {
  it("becomes accepted only where, at that very instant, a decision to accept carried or an entered record took effect", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, earlier }) => {
        if (event.fact.type !== "state-moved" || event.fact.to !== "accepted") return;
        const cause = earlier.findLast(({ fact }) => fact.type !== "escalation-answered");
        expect(cause).toMatchObject({ at: event.at, source: event.source });
        expect(before.leadVeto).toBe(false);
        switch (cause?.fact.type) {
          case "decision-closed":
            expect(cause.fact.outcome).toBe("carried");
            expect(before.decision(cause.fact.decision).fact).toMatchObject({ matter: "proposal", proposes: "accept" });
            break;
          case "record-ended": {
            const { record, how } = cause.fact;
            const entered = told.ledger[record - 1]?.fact;
            expect(how).toBe("took-effect");
            expect(entered).toMatchObject({ type: "record-entered", verdict: "accept", digest: before.head?.digest });
            break;
          }
          default:
            // H3: what was final and changed is accepted as it was before.
            expect(cause?.fact.type).toBe("final-undone");
            expect(before.state).toBe("final");
        }
      });
    }, runs);
  });

  it("is opened to those groups whose delegation covers it, or to Core; to nobody else", () => {
    holdsInHistories((told) => {
      const { proposal } = told.history;
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type !== "decision-opened" || fact.matter !== "proposal") return;
        const bodies = fact.parts.map(({ authority }) => authority);
        if (bodies.includes(core)) {
          expect(bodies).toEqual([core]);
          expect(fact.oversight).toBeNull();
          return;
        }
        expect(proposal.route).toBe("delegated");
        expect(before.coreTookIt).toBe(false);
        expect(before.escalated).toBe(false);
        expect(bodies.toSorted()).toEqual([...proposal.groups].toSorted());
        expect(fact.oversight).toMatchObject({ kind: step.rules.oversight.kind, by: core });
        for (const group of bodies) {
          expect(canDecide(step.rules, electorate(proposal, step.rules, group, before.recused), before.sponsor)).toBe(true);
        }
      });
    }, runs);
  });

  it("is put to everybody who votes in those bodies and may act on it, and to no one more", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        if (event.fact.type !== "decision-opened") return;
        for (const { authority, electorate: voters } of event.fact.parts) {
          const expected = electorate(told.history.proposal, step.rules, authority === core ? "core" : authority, before.recused);
          expect(voters.map(({ person }) => person).toSorted()).toEqual([...expected].toSorted());
        }
      });
    }, runs);
  });

  it("is decided by the numbers of the rules in force at the opening, and about the text at the head", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type !== "decision-opened" || fact.matter !== "proposal") return;
        expect(fact.digest).toBe(before.head?.digest);
        for (const { authority, rule } of fact.parts) expect(rule).toMatchObject(numbersOf(step.rules, authority, fact));
        expect(epochMilliseconds(fact.endsAt)).toBe(
          endOf(
            fact.parts.map(({ authority }) => authority),
            fact,
            event.at,
            step.rules,
          ),
        );
      });
    }, runs);
  });

  it("carries by consensus only after its end, unblocked, attested, with the consents and organisations of each group", () => {
    holdsInHistories((told) => {
      forEachEvent(told, (each) => {
        const decision = carriedBy(each);
        if (decision === null || !isConsensus(decision)) return;
        const { fact } = decision;
        const { rules, pass } = each.step;
        expect(each.event.at >= fact.endsAt).toBe(true);
        expect(pass.at).toBeGreaterThanOrEqual(afterSecond(fact.endsAt));
        expect([...decision.blocks]).toEqual([]);
        if (fact.proposes === "accept") expect(each.before.attested).toBe(true);
        for (const [part, { rule, electorate: voters }] of fact.parts.entries()) {
          if (rule.kind !== "lazy-consensus") continue;
          const consents = countOf(decision, part).yes.filter(
            (person) => person !== fact.sponsor && !isAuthor(told.history.proposal, rules, person),
          );
          const organisations = new Set(
            voters.filter(({ person }) => consents.includes(person)).flatMap(({ organisation }) => organisation ?? []),
          );
          expect(consents.length).toBeGreaterThanOrEqual(rule.consents);
          expect(organisations.size).toBeGreaterThanOrEqual(rule.organisations);
          expect(countOf(decision, part).voters.filter((person) => person !== fact.sponsor).length).toBeGreaterThanOrEqual(2);
        }
      });
    }, runs);
  });

  it("carries by a vote only with its quorum and its threshold, at its end, or before it where nobody left could change that", () => {
    holdsInHistories((told) => {
      forEachEvent(told, (each) => {
        const decision = carriedBy(each);
        if (decision === null || isConsensus(decision)) return;
        const { fact } = decision;
        const early = each.event.at < fact.endsAt;
        if (!early) expect(each.step.pass.at).toBeGreaterThanOrEqual(afterSecond(fact.endsAt));
        for (const [part, { rule }] of fact.parts.entries()) {
          if (rule.kind !== "vote") throw new Error("A vote among consensuses");
          if (early) expect(rule.earlyClose).toBe(true);
          const { voters, yes, no, abstain } = countOf(decision, part);
          const silent = voters.filter((person) => ![...yes, ...no, ...abstain].includes(person));
          const base = voters.length - silent.filter((person) => rule.away.includes(person)).length;
          const tookPart = yes.length + no.length + (rule.abstainCounts ? abstain.length : 0);
          const against = no.length + (early ? silent.length : 0);
          expect(tookPart).toBeGreaterThanOrEqual(rule.quorum * base);
          if (rule.threshold === "half-of-eligible") expect(yes.length * 2).toBeGreaterThan(voters.length);
          else if (rule.threshold === "majority") expect(yes.length).toBeGreaterThan(against);
          else expect(yes.length * 3).toBeGreaterThanOrEqual((yes.length + against) * 2);
          expect(yes.length).toBeGreaterThan(0);
        }
      });
    }, runs);
  });

  it("is under Core's oversight from the moment at which a group accepts or rejects, as long as the rules say", () => {
    holdsInHistories((told) => {
      forEachEvent(told, (each) => {
        const decision = carriedBy(each);
        if (decision === null || isOfCore(decision)) return;
        const { event, later } = each;
        const { oversight } = decision.fact;
        expect(later.slice(0, 2).map(({ fact }) => fact.type)).toEqual(["state-moved", "oversight-opened"]);
        const opened = later[1]?.fact;
        if (opened?.type !== "oversight-opened") throw new Error("No oversight");
        expect(opened).toMatchObject({ kind: oversight?.kind, authority: core, outcome: decision.fact.proposes });
        const { timeZone, holidays } = each.step.rules;
        const days = Number(/^\d+/.exec(oversight?.kind === "veto-window" ? (oversight.within ?? "") : "")?.[0]);
        const end = oversight?.kind === "approval" ? null : addBusinessDays(epochMilliseconds(event.at), days, timeZone, holidays);
        expect(opened.endsAt === null ? null : epochMilliseconds(opened.endsAt)).toBe(end);
      });
    }, runs);
  });

  it("leaves a group's acceptance only as Core let it: its window unused to the end, or a yes of an uninvolved Core Maintainer", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type !== "oversight-ended" || fact.how === "undone" || fact.how === "vetoed") return;
        const oversight = before.oversight;
        expect(oversight?.ended).toBeNull();
        if (fact.how === "window-passed") {
          expect(event.at).toBe(oversight?.fact.endsAt);
          expect(step.pass.at).toBeGreaterThanOrEqual(afterSecond(event.at));
          return;
        }
        expect(fact.how).toBe(oversight?.fact.kind === "approval" ? "approved" : "released");
        const act = actOf(told.history, event.source);
        const person = act && personOf(step.rules, act.by);
        const decided = before.decision(oversight?.fact.decision ?? 0);
        expect(isCore(person)).toBe(true);
        expect(isAuthor(told.history.proposal, step.rules, person?.id ?? "")).toBe(false);
        expect([before.sponsor, ...decided.spoke, ...before.recused]).not.toContain(person?.id);
        if (oversight?.fact.endsAt) expect(event.at <= oversight.fact.endsAt).toBe(true);
      });
    }, runs);
  });

  it("is final only after that, by the sponsor, at the head that was attested and confirmed", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step, earlier }) => {
        if (event.fact.type !== "state-moved" || event.fact.to !== "final") return;
        const last = [...before.decisions.values()].findLast(({ fact, closed }) => fact.matter === "proposal" && isCarried(closed));
        expect(before.state).toBe("accepted");
        if (last && !isOfCore(last) && acceptedBy(before, told) === last) {
          expect(["window-passed", "released", "approved"]).toContain(before.oversight?.ended);
          expect(before.oversight?.fact.decision).toBe(last.opened.sequence);
        }
        const act = actOf(told.history, event.source);
        expect(wordOf(act)).toBe("/final");
        expect(before.sponsor).toBe(act && (personOf(step.rules, act.by)?.id ?? ""));
        expect(earlier.at(-1)?.fact).toMatchObject({ type: "final-attested", headSha: before.head?.headSha, digest: before.head?.digest });
        expect(before.unconfirmed).toBe(false);
        expect(before.leadVeto).toBe(false);
      });
    }, runs);
  });
});

const isCarried = (closed: PlainDecision["closed"]) => closed?.fact.type === "decision-closed" && closed.fact.outcome === "carried";

/** The decision that brought the acceptance that stands; null where an entered record did. */
function acceptedBy({ decisions }: PlainLedger, { ledger }: ToldHistory): PlainDecision | null {
  const moved = ledger.findLastIndex(({ fact, sequence }) => {
    return (
      fact.type === "state-moved" && fact.to === "accepted" && [...decisions.values()].some(({ opened }) => opened.sequence < sequence)
    );
  });
  const cause = ledger[moved - 1]?.fact;
  return cause?.type === "decision-closed" ? (decisions.get(cause.decision) ?? null) : null;
}

/** The first moment that is too late, in milliseconds: GitHub's times are whole seconds. */
const afterSecond = (at: string) => Math.floor(Date.parse(at) / second) * second + second;

function numbersOf({ consensus, groupVote }: SimRules, authority: string, { weight, proposes }: PlainDecision["fact"]) {
  if (authority === core) return { kind: "vote", quorum: 0, threshold: "half-of-eligible", notPassed: "return" };
  // C1: a minor matter that accepts nothing may rest on silence.
  if (weight === "minor" && proposes === "reject") return { kind: "lazy-consensus", consents: 0, organisations: 0 };
  if (weight !== null) return { kind: "lazy-consensus", consents: consensus.consents, organisations: consensus.organisations };
  const { quorum, threshold, earlyClose, abstainCounts } = groupVote;
  return { kind: "vote", quorum, threshold, earlyClose, abstainCounts, notPassed: "escalate" };
}

function endOf(bodies: readonly string[], opening: PlainDecision["fact"], at: PlainDecision["opened"]["at"], rules: SimRules): number {
  const { consensus, groupVote, coreVote, timeZone } = rules;
  const consensusDays = opening.weight === "minor" ? consensus.minorDays : consensus.significantDays;
  const days = bodies.includes(core) ? coreVote.days : opening.weight === null ? groupVote.days : consensusDays;
  return addDays(epochMilliseconds(at), days, timeZone);
}

describe("invariant 3: nobody counts twice, nor for their own proposal, whatever accounts they use", () => {
  it("closes with the tally of the events, each person once, none of them an author, recused, removed or unable to act", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type !== "decision-closed") return;
        const decision = before.decision(fact.decision);
        const counts = decision.fact.parts.map((_, part) => countOf(decision, part));
        const all = (read: (count: Count) => readonly string[]) => [...new Set(counts.flatMap(read))].toSorted();
        const { yes, no, abstain, blocks } = fact;
        expect({ yes, no, abstain, blocks }).toEqual({
          yes: all((count) => count.yes),
          no: all((count) => count.no),
          abstain: all((count) => count.abstain),
          blocks: [...decision.blocks].toSorted(),
        });
        const counted = [...yes, ...no, ...abstain, ...blocks];
        expect(new Set(counted).size).toBe(counted.length);
        for (const id of counted) {
          const person = personById(step.rules, id);
          expect(isAuthor(told.history.proposal, step.rules, id)).toBe(false);
          expect(before.recused.has(id)).toBe(false);
          expect(decision.removed.has(id)).toBe(false);
          expect(person?.accounts.some(({ pinned }) => pinned)).toBe(true);
          expect(person?.emeritus).toBe(false);
        }
      });
    }, runs);
  });

  it("counts a ballot or block only of the person whose pinned account wrote it, while it was open, unedited, about that text", () => {
    holdsInHistories((told) => {
      forEachEvent(told, ({ event, before, step }) => {
        const { fact } = event;
        if (fact.type !== "ballot-cast" && fact.type !== "block-raised") return;
        const act = actOf(told.history, event.source);
        const decision = before.decision(fact.decision);
        expect(act && epochMilliseconds(event.at)).toBe(act?.at);
        expect(act && personOf(step.rules, act.by)?.id).toBe(fact.person);
        expect(act?.kind === "comment" && (act.bot || act.editedAt !== null)).toBe(false);
        expect(decision.closed).toBeNull();
        expect(decision.fact.parts.some(({ electorate: voters }) => voters.some(({ person }) => person === fact.person))).toBe(true);
        expect(event.at >= decision.opened.at).toBe(true);
        if (fact.type === "ballot-cast" && (fact.choice !== "abstain" || !isConsensus(decision))) {
          expect(readBy(told, act)).toBe(decision.fact.digest);
        }
      });
    }, runs);
  });
});

/** The text that whoever acted named, reviewed, or had before them (X2). */
function readBy({ history }: ToldHistory, act: ActBy | null): string | null {
  if (act?.kind === "review") return digestOf(act.text);
  const named = act?.kind === "comment" ? /^\/lgtm text-(\d+)$/.exec(act.text)?.[1] : undefined;
  if (named !== undefined) return digestOf({ normative: Number(named) });
  if (act === null) return null;
  const shown = history.passes.filter(({ shownAt, fence }) => shownAt < act.at || (shownAt === act.at && act.id > fence)).at(-1)?.shown;
  return shown === undefined ? null : digestOf(shown);
}
