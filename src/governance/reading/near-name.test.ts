import { nearName } from "./near-name.ts";

const known = ["procedure", "oversight", "agents-wg", "files-wg", "core-maintainers", "LucaButBoring"];

describe("nearName", () => {
  it.each([
    ["procedre", "procedure"],
    ["porcedure", "procedure"],
    ["Procedure", "procedure"],
    ["agents_wg", "agents-wg"],
    ["agent-wg", "agents-wg"],
    ["core-maintainer", "core-maintainers"],
    ["lucabutboring", "LucaButBoring"],
  ])("takes %s for %s", (written, meant) => {
    expect(nearName(written, known)).toBe(meant);
  });

  it.each(["apps-wg", "website", "", "x", "x".repeat(5000)])("takes %.10s for none", (written) => {
    expect(nearName(written, known)).toBeNull();
  });

  it("prefers the nearest of several", () => {
    expect(nearName("domainss", ["domain", "domains"])).toBe("domains");
  });
});
