import fc from "fast-check";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { epochMilliseconds, type Instant, instant } from "../../kernel/instant.ts";
import { withinBudget } from "./reminder-budget.ts";

const now = instant("2026-11-23T09:00:00Z");
const days = 86_400_000;
const ago = (count: number) => instant(epochMilliseconds(now) - count * days);
const ahead = (count: number) => ago(-count);
const governed = (budget: number) =>
  smallConstitution().append("project.yml", `reminders: { per-person-weekly: ${budget} }\n`).governance();
const twice = governed(2);

type Reminded = Readonly<Record<string, readonly Instant[]>>;
const call = (eligible: readonly string[], reminded: Reminded, { most = 2, due = ago(1), governance = twice } = {}) =>
  withinBudget(eligible, most, due, now, { governance, reminded: new Map(Object.entries(reminded)) });

describe("a reminder within the weekly budget", () => {
  it("calls those whose week has room, in their order, and no more than wanted", () => {
    expect(call(["noor", "ravi", "asta"], {})).toEqual({ from: ago(1), logins: ["noor", "ravi"] });
  });

  it("passes over whoever was reminded as often as the constitution allows, for another", () => {
    expect(call(["noor", "ravi", "asta"], { noor: [ago(6), ago(1)], ravi: [ago(1)] })).toEqual({ from: ago(1), logins: ["ravi", "asta"] });
  });

  it("counts the accounts of one person together, and logins whatever their case", () => {
    expect(call(["Juno", "noor"], { juno: [ago(1)], "juno-old": [ago(2)] })?.logins).toEqual(["noor"]);
  });

  it("waits, when nobody's week has room, for the first that has", () => {
    const reminded = { noor: [ago(3), ago(1)], ravi: [ago(5), ago(2), ago(1)] };

    expect(call(["noor", "ravi"], reminded)).toEqual({ from: ahead(4), logins: ["noor"] });
  });

  it("finds room again when exactly seven days have passed", () => {
    expect(call(["noor"], { noor: [ago(7), ago(1)] })).toEqual({ from: ago(1), logins: ["noor"] });
  });

  it("that is due later is judged by the week before it is due", () => {
    const full = { noor: [ago(2), ago(1)] };

    expect(call(["noor"], full, { due: ahead(4) })?.from).toEqual(ahead(5));
    expect(call(["noor"], full, { due: ahead(6) })?.from).toEqual(ahead(6));
  });

  it("never comes where the constitution lets nobody be reminded, or nobody is eligible", () => {
    expect(call(["noor"], {}, { governance: governed(0) })).toBeNull();
    expect(call([], {})).toBeNull();
  });

  it("waits for a moment while another pass counts", () => {
    const called = withinBudget(["noor"], 1, ago(1), now, { governance: twice, reminded: null });

    expect(called).toEqual({ from: instant("2026-11-23T09:00:30Z"), logins: ["noor"] });
  });

  it("never lets anybody be called more often in any seven days, and loses none", () => {
    const weeks = 8;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 * 24 }), { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (dueHours, budget) => {
        const governance = governed(budget);
        const hour = (count: number) => instant(epochMilliseconds(now) + count * 3_600_000);
        const waiting = dueHours.map(hour).toSorted();
        const times: Instant[] = [];
        for (let step = 0; step < weeks * 7 * 24 && waiting.length > 0; step += 1) {
          const [due] = waiting;
          const reminded = new Map([["noor", times.filter((time) => time > hour(step - 7 * 24))]]);
          const called = due === undefined ? null : withinBudget(["noor"], 1, due, hour(step), { governance, reminded });
          if (called === null || called.from > hour(step)) continue;
          waiting.shift();
          times.push(hour(step));
        }
        for (const time of times) {
          const inWeek = times.filter((other) => other <= time && epochMilliseconds(other) > epochMilliseconds(time) - 7 * days);
          expect(inWeek.length).toBeLessThanOrEqual(budget);
        }
        if (dueHours.length <= budget * (weeks - 3)) expect(times).toHaveLength(dueHours.length);
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });
});
