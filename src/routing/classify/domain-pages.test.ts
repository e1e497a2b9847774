import { smallConstitution } from "../../../test/support/constitution.ts";
import { buildSpecificationIndex } from "../index-spec/index.ts";
import { domainsOfPath, resolveDomainPages } from "./domain-pages.ts";

const constitution = smallConstitution().with(
  "domains.yml",
  `domains:
  - id: forecasts
    label: "domain: forecasts"
    description: Forecasts.
    signals: { paths: [docs/specification/draft/weather/] }
  - id: readings
    label: "domain: readings"
    description: Readings.
    signals: { paths: [docs/specification/draft/weather/readings.mdx, docs/specification/draft/shared/], declared: [Readings] }
  - id: governance
    label: "domain: governance"
    description: The project.
    signals: { paths: [docs/, docs/specification/draft/shared/] }
`,
);
const governance = constitution.governance();
const domainsOf = (path: string) => [...domainsOfPath(path, governance.domains.values())];

test.each<[string, string, [string, number][]]>([
  ["a folder covers what is below it", "specification/draft/weather/wind.mdx", [["forecasts", 1]]],
  ["a page named by itself goes before its folder", "docs/specification/draft/weather/readings.mdx", [["readings", 1]]],
  [
    "folders named alike share",
    "docs/specification/draft/shared/a.mdx",
    [
      ["readings", 0.5],
      ["governance", 0.5],
    ],
  ],
  ["a wider folder takes what is left", "docs/other.mdx", [["governance", 1]]],
  ["elsewhere is nobody's", "src/index.ts", []],
])("%s", (_, path, shares) => {
  expect(domainsOf(path)).toEqual(shares);
});

describe("a charter", () => {
  const pages = resolveDomainPages(
    governance,
    buildSpecificationIndex(
      ["docs/groups/forecasts.md", "docs/groups/readings.md", "docs/groups/others.md"].map((path) => ({ path, text: "# A charter" })),
      undefined,
    ),
  );
  const whose = (path: string) => [...(pages.get(path) ?? [])].map(([id]) => id);

  test("belongs to the domain that its group owns, not to the folder's", () => {
    expect(whose("docs/groups/forecasts.md")).toEqual(["forecasts"]);
  });

  test("belongs to a domain that knows its group by name", () => {
    expect(whose("docs/groups/readings.md")).toEqual(["readings"]);
  });

  test("of no group is a page like others", () => {
    expect(whose("docs/groups/others.md")).toEqual(["governance"]);
  });
});
