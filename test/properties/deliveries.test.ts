import fc from "fast-check";
import { Dice } from "../simulation/dice.ts";
import type { SimAct, SimHistory } from "../simulation/history.ts";
import { isSound } from "../simulation/is-sound.ts";
import { printHistory } from "../simulation/print-history.ts";
import { drawHistory, historySeed, propertySeed, type ToldHistory, tell } from "../simulation/told-history.ts";

const runs = 50;
const twoDays = 2 * 86_400_000;

type Same = (one: ToldHistory, other: ToldHistory) => void;

/** Of two histories that differ in what must not count. Null where there is nothing to compare. Gives how many pairs there were. */
function staysTheSame(pair: (history: SimHistory, dice: Dice) => readonly [SimHistory, SimHistory] | null, same: Same): number {
  let compared = 0;
  fc.assert(
    fc.property(historySeed, fc.noBias(fc.nat()), (seed, throws) => {
      const drawn = drawHistory(seed);
      const found = pair(drawn.history, new Dice(throws));
      if (found === null) return;
      const [one, other] = found;
      try {
        same(one === drawn.history ? drawn : tell(one), tell(other));
        compared += 1;
      } catch (error) {
        throw new Error(`${printHistory(one)}\n=== and\n${printHistory(other)}\n${error}`);
      }
    }),
    { numRuns: runs, seed: propertySeed, endOnFailure: true },
  );
  return compared;
}

const sameLedger: Same = (one, other) => expect(other.ledger).toEqual(one.ledger);
const sameOutcomes: Same = (one, other) =>
  expect(other.steps.map(({ outcome }) => outcome)).toEqual(one.steps.map(({ outcome }) => outcome));
const sameEnd: Same = (one, other) => expect(other.steps.at(-1)?.outcome).toEqual(one.steps.at(-1)?.outcome);

/** Every pass that a push or a change of rules is found by, and the one right before it, must stay (`isSound`). */
function without(history: SimHistory, dropped: () => boolean): SimHistory {
  const between = history.passes.slice(1, -1).filter(dropped);
  let kept = history;
  for (const pass of between) {
    const shorter = { ...kept, passes: kept.passes.filter((each) => each !== pass) };
    if (isSound(shorter)) kept = shorter;
  }
  return kept;
}

/** Every pass sees all that happened by its time: no delivery is late. */
function seeingAll(history: SimHistory): SimHistory | null {
  const passes = history.passes.map((pass, index) => {
    const next = history.passes[index + 1];
    // Before a push or a change of rules the pass of that second looks at everything but that.
    const alone = history.acts.find(({ kind, id, at }) => (kind === "push" || kind === "rules") && at === pass.at && id > pass.seenThrough);
    const bound = alone !== undefined && next?.at === pass.at ? alone.id - 1 : Number.POSITIVE_INFINITY;
    const seen = history.acts.filter(({ at, id }) => at <= pass.at && id <= bound).at(-1)?.id ?? 0;
    return { ...pass, seenThrough: Math.max(pass.seenThrough, seen) };
  });
  const full = { ...history, passes };
  return isSound(full) ? full : null;
}

/** S2, S7: Steward asks, reminds and lets rest at the time of the pass that looks, so that how often it looks may be seen there. */
const dependsOnClock = ({ ledger }: ToldHistory) =>
  ledger.some(
    ({ fact }) => fact.type === "group-sought" || fact.type === "reminded" || (fact.type === "state-moved" && fact.to === "dormant"),
  );

describe("invariant 4: order and repetition of deliveries do not change the outcome", () => {
  it("nothing changes when every delivery comes twice", () => {
    staysTheSame((history) => [history, { ...history, passes: history.passes.flatMap((pass) => [pass, pass]) }], sameLedger);
  });

  it("nothing changes with the order in which GitHub lists comments and reviews", () => {
    staysTheSame((history, dice) => {
      const all = history.acts.filter(({ kind }) => kind === "comment" || kind === "review");
      const said = dice.some(all, 0, all.length);
      return [history, { ...history, acts: [...said, ...history.acts.filter((act) => !said.includes(act))] }];
    }, sameLedger);
  });

  it("comes to the same where deliveries were lost, once a later pass has seen everything, whatever deadlines lay between", () => {
    const compared = staysTheSame(
      (history, dice) => {
        const full = seeingAll(history);
        return full && [full, without(full, () => dice.chance(0.6))];
      },
      (one, other) => {
        if (dependsOnClock(one) || dependsOnClock(other)) return;
        for (const { pass, outcome } of other.steps) expect(outcome).toEqual(one.steps.find((step) => step.pass === pass)?.outcome);
      },
    );
    expect(compared).toBeGreaterThan(runs / 2);
  });

  it("comes to the same where what T4 names was seen late, unless it was final by then", () => {
    const compared = staysTheSame(
      (history, dice) => {
        const full = seeingAll(history);
        return full && lateOf(full, dice);
      },
      (one, other) => {
        if (!other.steps.some(({ outcome }) => outcome.state === "final")) sameEnd(one, other);
      },
    );
    expect(compared).toBeGreaterThan(runs / 8);
  });
});

/** Passes blind to one act of T4 that nothing but such acts followed, from before a deadline until after it. */
function lateOf(full: SimHistory, dice: Dice): readonly [SimHistory, SimHistory] | null {
  const nextOf = ({ id }: SimAct) => full.acts.find((act) => act.id > id && !isOfT4(act))?.at ?? Number.POSITIVE_INFINITY;
  const first = dice.pick([...full.acts.filter((act) => isOfT4(act) && nextOf(act) - act.at > twoDays), null]);
  if (first === null) return null;
  const next = nextOf(first);
  const passes = full.passes.map((pass) =>
    pass.at < next && pass.seenThrough >= first.id && pass !== full.passes.at(-1) ? { ...pass, seenThrough: first.id - 1 } : pass,
  );
  const late = { ...full, passes };
  return isSound(late) ? [full, late] : null;
}

/** Blocks, ballots, consents, vetoes: what opens again. */
const isOfT4 = (act: SimAct) => act.kind === "review" || (act.kind === "comment" && /^\/(?:lgtm|vote|block|unblock|veto)\b/.test(act.text));

describe("invariant 3: whatever accounts they use", () => {
  it("people come to the same end with any of their accounts that are known throughout", () => {
    staysTheSame((history, dice) => {
      const rules = [history.rules, ...history.acts.flatMap((act) => (act.kind === "rules" ? [act.rules] : []))];
      const pinned = history.rules.people.flatMap(({ accounts }) => {
        const known = accounts.filter(({ accountId }) =>
          rules.every(({ people }) =>
            people.some((each) => each.accounts.some((account) => account.accountId === accountId && account.pinned)),
          ),
        );
        return known.length > 1 ? [known.map(({ accountId }) => accountId)] : [];
      });
      if (pinned.length === 0) return null;
      const other = (id: number) => dice.pick(pinned.find((ids) => ids.includes(id)) ?? [id]);
      return [history, { ...history, acts: history.acts.map((act) => ("by" in act ? { ...act, by: other(act.by) } : act)) }];
    }, sameOutcomes);
  });
});

describe("invariant 7: what outsiders and bots write changes nothing", () => {
  const strange = [
    "/lgtm",
    "/vote yes",
    "/block it breaks everything; do not",
    "/propose accept",
    "/call-vote",
    "/veto no way",
    "/final attested",
    "/adopt",
    "/sponsor",
    "/ready attested",
    "/hold now please",
    "/route group",
    "/escalate it is urgent",
    "/record confirm",
    "/unblock it is settled",
    "/steward lgtm",
    "> /lgtm",
    "`/lgtm`",
    "/close it is old",
    "/withdraw",
    "/domain other",
    "<!-- /lgtm -->",
  ];

  it("wherever they write it, whatever it says", () => {
    staysTheSame((history, dice) => {
      const outsider = 9999;
      const acts = history.acts.flatMap((act): readonly SimAct[] => {
        const moved: SimAct = act.kind === "tamper" ? { ...act, id: act.id * 2, act: act.act * 2 } : { ...act, id: act.id * 2 };
        const bot = dice.chance(0.4);
        const by = bot ? dice.pick(history.rules.people.flatMap(({ accounts }) => accounts)).accountId : outsider;
        const said: SimAct = { kind: "comment", id: act.id * 2 + 1, at: act.at, by, text: dice.pick(strange), editedAt: null, bot };
        return act.kind === "push" || act.kind === "rules" ? [moved] : [moved, said];
      });
      const passes = history.passes.map((pass) => {
        const last = acts.some(({ id }) => id === pass.seenThrough * 2 + 1) ? 1 : 0;
        return { ...pass, seenThrough: pass.seenThrough * 2 + last, fence: pass.fence * 2 + 1 };
      });
      return [history, { ...history, acts, passes }];
    }, sameOutcomes);
  });
});
