import { type Instant, instant } from "../../src/kernel/instant.ts";
import { smallConstitution } from "../support/constitution.ts";
import { planFor, recorded } from "../support/planning.ts";

// Asta, Bo and Cleo may sponsor beside Juno, whose group owns the domain; a SEP without a sponsor has them asked after sixty days.
const constitution = smallConstitution()
  .edit("ladder.yml", "rank: 3, after: [maintainer] }", "rank: 3, after: [maintainer], may-sponsor: true }")
  .edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }")
  .append("project.yml", "reminders: { per-person-weekly: 1 }\n");
const opened = planFor({ constitution });
const ledger = recorded([], opened);
const later = instant("2027-01-23T09:00:00Z");
const yesterday = instant("2027-01-22T09:00:00Z");

/** Whom a plan two months later asks to sponsor, and when it looks again. */
function askedOf(reminded: ReadonlyMap<string, readonly Instant[]> | null, rules = constitution) {
  const { events, nextLook } = planFor({ constitution: rules, ledger, now: later, reminded });
  return { asked: events.flatMap(({ fact }) => (fact.type === "reminded" ? fact.logins : [])), nextLook };
}

describe("people who may sponsor", () => {
  it("are asked three at a time", () => {
    expect(askedOf(new Map()).asked).toEqual(["Juno", "asta", "bo-okafor"]);
  });

  it("are passed over, for others, when their week has no room", () => {
    expect(askedOf(new Map([["asta", [yesterday]]])).asked).toEqual(["Juno", "bo-okafor", "cleo"]);
    expect(askedOf(new Map(["asta", "bo-okafor", "juno-old"].map((login) => [login, [yesterday]]))).asked).toEqual(["cleo"]);
  });

  it("are asked as soon as somebody's week has room, and the SEP is looked at then", () => {
    const full = new Map(["asta", "bo-okafor", "cleo", "juno"].map((login) => [login, [yesterday]]));

    expect(askedOf(full)).toEqual({ asked: [], nextLook: instant("2027-01-29T09:00:00Z") });
  });

  it("are asked a moment later while another pass counts", () => {
    expect(askedOf(null)).toEqual({ asked: [], nextLook: instant("2027-01-23T09:00:30Z") });
  });

  it("are never asked where nobody is to be reminded", () => {
    expect(askedOf(new Map(), constitution.edit("project.yml", "per-person-weekly: 1", "per-person-weekly: 0")).asked).toEqual([]);
  });
});
