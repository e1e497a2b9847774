import { findIn } from "../../../test/support/rendered.ts";
import { phrase } from "./phrase.ts";

describe("a sentence with names in backticks", () => {
  it("shows the names as code and the rest as prose", () => {
    expect(phrase("Keep `zone`, or say *how*.").markdown).toBe("Keep `zone`, or say \\*how\\*.");
  });

  it("keeps empty backticks, so that the words beside them form no commit or issue together", () => {
    const rendered = phrase("gh-12``0c75e12aa0c75e12aa0c75e12aa0c75e12aa0c75").markdown;

    expect(findIn(rendered).references).toEqual([]);
    expect(findIn(rendered).text).toContain("``");
  });
});
