import type { Snapshot } from "../../src/domain/snapshot.ts";
import { aProposalSnapshot, planFor, proposalPath, proposalText } from "../support/planning.ts";
import { aFile, anUnreadFile, aSnapshot } from "../support/snapshot.ts";

const schema = "schema/draft/schema.json";
const before = JSON.stringify({ $defs: { Forecast: { type: "object", properties: { at: { type: "string" } } } } });
const wider = JSON.stringify({
  $defs: { Forecast: { type: "object", properties: { at: { type: "string" }, confidence: { type: "number" } } } },
});

const proposal = { [proposalPath]: proposalText };
const withSchema = (base: string, head: string) => aSnapshot({ adds: proposal, edits: { [schema]: { base, head } } });
const unread = aProposalSnapshot({
  touches: [schema],
  texts: [...aProposalSnapshot().texts, { path: schema, base: aFile(schema, before), head: anUnreadFile(schema, "too-large", 9_000_000) }],
});
const unreadBefore = aProposalSnapshot({
  touches: [schema],
  texts: [...aProposalSnapshot().texts, { path: schema, base: anUnreadFile(schema, "binary"), head: aFile(schema, before) }],
});
const moved = aProposalSnapshot({
  pullRequest: {
    files: [
      { path: proposalPath, change: "added" },
      { path: "attic/schema.json", change: "renamed", previousPath: schema },
    ],
  },
});
const another = aSnapshot({ adds: proposal, edits: { "docs/other.json": { base: wider, head: before } } });

describe("what a proposal changes in the schema decides its class", () => {
  const cases: readonly (readonly [string, Snapshot, string, string])[] = [
    ["a field that comes is additive", withSchema(before, wider), "additive", "group"],
    ["a field that goes is breaking, whatever the text claims", withSchema(wider, before), "breaking", "core"],
    ["a schema that cannot be understood counts as breaking", withSchema(before, "{"), "breaking", "core"],
    ["a schema that was not read counts as breaking", unread, "breaking", "core"],
    ["a schema that was not read before counts as breaking", unreadBefore, "breaking", "core"],
    ["a schema that is moved away counts as breaking", moved, "breaking", "core"],
    ["a schema without a difference says nothing", withSchema(before, `${before}\n`), "additive", "group"],
    ["another schema is not the protocol's", another, "additive", "group"],
  ];

  it.each(cases)("%s", (_, snapshot, change, kind) => {
    expect(planFor({ snapshot }).view).toMatchObject({ change: { class: change }, route: { kind } });
  });

  it("shows which field it was", () => {
    expect(planFor({ snapshot: withSchema(wider, before) }).view.comment).toContain("removed field `Forecast.confidence`");
  });
});
