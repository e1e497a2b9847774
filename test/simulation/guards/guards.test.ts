import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { applyEdit, type Edit } from "./guard.ts";
import { guards } from "./index.ts";

const root = new URL("../../../", import.meta.url);

describe("the table of guards", () => {
  test.each(guards)("still finds in the sources what it takes out: $name", ({ edits }) => {
    const edited = new Map<string, string>();
    const sourceOf = ({ file }: Edit) => edited.get(file) ?? readFileSync(new URL(file, root), "utf8");
    for (const edit of edits) edited.set(edit.file, applyEdit(sourceOf(edit), edit));

    expect([...edited].every(([file, source]) => source !== readFileSync(new URL(file, root), "utf8"))).toBe(true);
  });

  test("names each guard once", () => {
    const names = guards.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });
});
