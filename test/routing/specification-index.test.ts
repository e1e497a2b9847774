import { readFileSync, statSync } from "node:fs";
import { readSpecification } from "../../src/cli/index-spec/read-specification.ts";
import { buildSpecificationIndex, renderSpecificationIndex } from "../../src/routing/index-spec/index.ts";
import { shippedIndex, shippedIndexPath, specificationFolder } from "../support/specification.ts";

const folder = specificationFolder();
const testIfPresent = folder === null ? test.skip : test;
if (folder === null) console.warn("Skipped: ../shared/mcp/spec is absent, so the shipped index is not compared with it.");

describe("the shipped specification index", () => {
  testIfPresent("is what the specification gives today", () => {
    const specification = readSpecification(folder ?? "");
    if (!specification.ok) throw new Error(specification.error);

    const fresh = renderSpecificationIndex(buildSpecificationIndex(specification.value.pages, specification.value.schema));

    expect(readFileSync(shippedIndexPath, "utf8") === fresh ? "fresh" : "stale: run `steward index --spec` again").toBe("fresh");
  });

  test("is data of modest size", () => {
    expect(statSync(shippedIndexPath).size).toBeLessThan(1_000_000);
  });

  test.each([
    ["tools/call", "docs/specification/draft/server/tools.mdx"],
    ["CallToolResult", "docs/specification/draft/server/tools.mdx"],
    ["notifications/progress", "docs/specification/draft/basic/patterns/progress.mdx"],
    ["requestedSchema", "docs/specification/draft/client/elicitation.mdx"],
    ["Mcp-Method", "docs/specification/draft/basic/transports/streamable-http.mdx"],
    ["NumberSchema", "docs/specification/draft/client/elicitation.mdx"],
  ])("gives %s to the page that defines it", (name, page) => {
    const [[first] = []] = Object.entries(shippedIndex().names[name]?.pages ?? {}).sort(([, a], [, b]) => b - a);

    expect(first).toBe(page);
  });
});
