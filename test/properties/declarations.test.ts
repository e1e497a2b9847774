import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readGovernanceFolder } from "../../src/adapters/folder/read-governance-folder.ts";
import { readSpecificationIndex } from "../../src/adapters/folder/read-specification-index.ts";
import { loadGovernance } from "../../src/governance/index.ts";
import { instant } from "../../src/kernel/instant.ts";
import { createPlanner } from "../../src/reconcile/create-planner.ts";
import { groupTitle } from "../../src/routing/route/index.ts";
import { aSnapshot } from "../support/snapshot.ts";

const root = join(import.meta.dirname, "..", "..");
const samples = join(root, "data", "samples");
const now = instant("2026-11-23T09:00:00Z");

const { governance, problems } = loadGovernance(await readGovernanceFolder(join(root, "governance")), {
  commit: null,
  today: now.slice(0, 10),
});
if (!governance) throw new Error("The shipped constitution cannot be read");
const planner = createPlanner({
  index: await readSpecificationIndex(),
  governanceFolder: "governance",
  proposedDelegations: "act",
  mode: "enforce",
});
const rules = { governance, problems, ledger: [], conformance: null, load: new Map(), reminded: new Map(), earlier: null, now };

const routeOf = (text: string) => planner({ ...rules, snapshot: aSnapshot({ adds: { "seps/12-sample.md": text } }) }).view.route;

const groups = [...governance.groups.values()].flatMap((group) => [group.id, groupTitle(group)]);
const domains = [...governance.domains.values()].flatMap(({ id, label, signals }) => [id, label, ...signals.declared]);

/** What an author may write to look like somebody else's, or harmless. */
const declaration = fc.oneof(
  fc
    .tuple(fc.constantFrom("Working Group", "Group", "WG", "Area", "Track"), fc.constantFrom(...groups, ...domains))
    .map(([name, value]) => `- **${name}**: ${value}`),
  fc.tuple(fc.constantFrom("Domain", "Domains", "Category"), fc.constantFrom(...domains)).map(([name, value]) => `- **${name}**: ${value}`),
  fc.constantFrom(...groups).map((group) => `- **Co-Author(s)**: ${group}`),
  fc.constantFrom(
    "- **Change**: additive",
    "- **Breaking**: no",
    "- **Compatibility**: fully compatible",
    "- **Route**: agents-wg",
    "- **Status**: Accepted",
  ),
);

const asTold = (text: string, lines: readonly string[]) => text.replace(/^(- \*\*Type\*\*: .*)$/m, `$1\n${lines.join("\n")}`);

describe("what an author declares never makes a route more delegated", () => {
  const texts = readdirSync(samples)
    .filter((name) => name.endsWith(".md"))
    .map((name): [string, string] => [name, readFileSync(join(samples, name), "utf8")]);

  it("is tried on proposals that Core decides, and on some that it does not", () => {
    const kinds = texts.map(([, text]) => routeOf(text)?.kind);

    expect(kinds).toContain("core");
    expect(kinds).toContain("group");
  });

  it.each(texts)("%s", (_, text) => {
    const before = routeOf(text);
    fc.assert(
      fc.property(fc.array(declaration, { minLength: 1, maxLength: 4 }), (lines) => {
        const after = routeOf(asTold(text, lines));

        if (before?.kind === "core") expect(after?.kind).toBe("core");
        else expect([before?.group, null]).toContain(after?.kind === "group" ? after.group : null);
      }),
      { numRuns: 40 },
    );
  });
});
