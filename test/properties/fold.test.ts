import fc from "fast-check";
import type { FoldedEvent } from "../../src/core/ledger/index.ts";
import { emptyRecord, foldEvent, foldLedger, isKnownEvent, recordToJson } from "../../src/core/ledger/index.ts";
import { decisionShapes } from "../../src/core/ledger/shapes/decision-shapes.ts";
import { oversightShapes } from "../../src/core/ledger/shapes/oversight-shapes.ts";
import { roadShapes } from "../../src/core/ledger/shapes/road-shapes.ts";
import { anEvent } from "../support/ledger-export.ts";

const shapes = { ...decisionShapes, ...oversightShapes, ...roadShapes };
const types = Object.keys(shapes);
const fields = [...new Set(Object.values(shapes).flatMap((shape) => Object.keys(shape.shape)))];

/** Values that come near what facts hold, and any other. */
const value = fc.oneof(
  fc.constantFrom("core", "accept", "mira", "2026-11-23T12:00:00.000Z", "draft", "accepted", "set", 1, 2, 0, null, true, [], ["mira"], {}),
  fc.jsonValue({ maxDepth: 3 }),
);
const fact = fc.oneof(
  fc
    .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...fields), value))
    .map(([type, members]): unknown => ({ ...members, type })),
  fc.jsonValue(),
);
const event = fc.record({
  version: fc.constantFrom<unknown>(1, 1, 1, 2, null, "1"),
  at: fc.oneof(fc.constant<unknown>("2026-11-23T12:00:00.000Z"), fc.jsonValue()),
  actor: fc.oneof(fc.constantFrom<unknown>(null, undefined, { id: 7, login: "mira" }), fc.jsonValue()),
  source: fc.oneof(fc.constant<unknown>("comment/1#0"), fc.jsonValue()),
  fact,
});

/** What no type describes, as it comes out of a file. */
const numbered = fc.array(event, { maxLength: 30 }).map((events): readonly FoldedEvent[] => {
  const parsed: readonly FoldedEvent[] = JSON.parse(JSON.stringify(events.map((each, index) => ({ ...each, sequence: index + 1 }))));
  return parsed;
});

describe("the fold of a ledger is total", () => {
  it("whatever the events are, there is a record of them, it can be exported, and what is not known is listed", () => {
    fc.assert(
      fc.property(numbered, (events) => {
        const record = foldLedger(events);

        expect(record.sequence).toBe(events.length);
        expect(record.unknown.map(({ sequence }) => sequence)).toEqual(
          events.flatMap((each) => (isKnownEvent(each) ? [] : [each.sequence])),
        );
        expect(() => JSON.parse(recordToJson(record))).not.toThrow();
      }),
      { numRuns: 2_000, seed: 21 },
    );
  });

  it("an event that is not known changes nothing but what is listed", () => {
    const known = foldEvent(emptyRecord, { ...anEvent({ type: "sponsor-set", person: "juno", login: "juno" }), sequence: 1 });
    const odd: FoldedEvent = JSON.parse(JSON.stringify({ ...anEvent({ type: "head-judged", headSha: "abc", reasons: [] }), sequence: 2 }));
    const { reasons: _, ...withoutReasons } = JSON.parse(JSON.stringify(odd.fact));

    expect(foldEvent(known, { ...odd, fact: withoutReasons })).toEqual({
      ...known,
      sequence: 2,
      unknown: [{ sequence: 2, version: 1, type: "head-judged" }],
    });
  });
});

describe("a fact that lacks any of its fields is not known", () => {
  const whole = Object.entries(shapes).map(([type, shape]) => [type, Object.keys(shape.shape)] as const);

  it.each(whole)("%s", (type, names) => {
    for (const name of names) {
      const members = Object.fromEntries(names.filter((each) => each !== name).map((each) => [each, each === "type" ? type : "x"]));
      expect(isKnownEvent({ ...anEvent({ type: "sponsor-left" }), fact: members })).toBe(false);
    }
  });
});
