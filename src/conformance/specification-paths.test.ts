import { expect, test } from "@jest/globals";
import { shippedFolders, shippedGovernance } from "../../test/support/shipped-constitution.ts";
import { specificationPaths } from "./specification-paths.ts";

test.each(shippedFolders)("%s knows the specification by its changelog's folder and its domains' pages", (folder) => {
  const paths = specificationPaths(shippedGovernance(folder, "2026-08-22"));

  expect(paths).toContain("docs/specification/draft/");
  expect(paths).toContain("docs/extensions/tasks/");
  expect(new Set(paths).size).toBe(paths.length);
});
