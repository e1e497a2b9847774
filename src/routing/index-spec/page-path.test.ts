import { normalisePagePath, pagesMeantBy } from "./page-path.ts";

describe("a page has one name whatever the layout of the checkout", () => {
  test.each([
    ["specification/draft/server/tools.mdx", "docs/specification/draft/server/tools.mdx"],
    ["docs/specification/draft/server/tools.mdx", "docs/specification/draft/server/tools.mdx"],
    ["./docs/community/governance.mdx", "docs/community/governance.mdx"],
    ["/registry/about.mdx", "docs/registry/about.mdx"],
    ["docs/docs/draft/sdk.mdx", "docs/docs/draft/sdk.mdx"],
    ["docs/development/roadmap.mdx", "docs/development/roadmap.mdx"],
    ["docs/specification/2025-11-25/server/tools.mdx", "docs/specification/draft/server/tools.mdx"],
    ["schema/draft/schema.json", "schema/draft/schema.json"],
    ["seps/README.md", "seps/README.md"],
    ["community-notes/a.md", "community-notes/a.md"],
  ])("%s is %s", (path, page) => {
    expect(normalisePagePath(path)).toBe(page);
  });
});

describe("a link means the pages that its address may lead to", () => {
  const tools = ["docs/specification/draft/server/tools.mdx", "docs/specification/draft/server/tools/index.mdx"];

  test.each([
    ["/specification/draft/server/tools#calling-tools", tools],
    ["https://weather.example/specification/latest/server/tools", tools],
    ["https://www.Weather.example/specification/2025-06-18/server/tools/?a#b", tools],
    [
      "https://github.com/weather/specification/blob/main/docs/specification/draft/server/tools.mdx",
      ["docs/specification/draft/server/tools.mdx"],
    ],
    ["https://github.com/others/specification/blob/main/docs/specification/draft/server/tools.mdx", []],
    ["https://weather.example", []],
    ["#motivation", []],
    ["https://example.org/specification/draft/server/tools", []],
    ["mailto:someone@example.org", []],
    ["", []],
  ])("%s", (url, pages) => {
    expect(pagesMeantBy(url, "weather")).toEqual(pages);
  });
});
