import { WrongUse } from "../wrong-use.ts";
import { readDiff } from "./read-diff.ts";

const git = `diff --git a/seps/0000-x.md b/seps/0000-x.md
new file mode 100644
--- /dev/null
+++ b/seps/0000-x.md
@@ -0,0 +1,2 @@
+# SEP-0000: X
+text
diff --git a/schema/draft/schema.ts b/schema/draft/schema.ts
--- a/schema/draft/schema.ts
+++ b/schema/draft/schema.ts
@@ -1,3 +1,3 @@
 interface A {
-  x: string;
+  y?: string;
 }
diff --git a/docs/old.mdx b/docs/new.mdx
similarity index 100%
rename from docs/old.mdx
rename to docs/new.mdx
diff --git a/docs/gone.mdx b/docs/gone.mdx
deleted file mode 100644
--- a/docs/gone.mdx
+++ /dev/null
@@ -1 +0,0 @@
-old
diff --git a/logo.png b/logo.png
new file mode 100644
Binary files /dev/null and b/logo.png differ
`;

describe("a diff", () => {
  it("gives the paths before and after, whatever happened to the file", () => {
    expect(readDiff(git, "x.diff").map(({ before, after }) => [before, after])).toEqual([
      [null, "seps/0000-x.md"],
      ["schema/draft/schema.ts", "schema/draft/schema.ts"],
      ["docs/old.mdx", "docs/new.mdx"],
      ["docs/gone.mdx", null],
      [null, "logo.png"],
    ]);
  });

  it("gives both sides of each hunk, with what they share", () => {
    expect(readDiff(git, "x.diff")[1]?.hunks).toEqual([
      { before: ["interface A {", "  x: string;", "}"], after: ["interface A {", "  y?: string;", "}"] },
    ]);
  });

  it("is read without Git's headings too, with and without prefixes", () => {
    const plain = "--- old/a.txt\n+++ a.txt\n@@ -1 +1 @@\n-a\n+b\n--- a/b.txt\n+++ b/b.txt\n@@ -1 +1 @@\n-a\n+b\n";

    expect(readDiff(plain, "x.diff").map(({ before, after }) => [before, after])).toEqual([
      ["old/a.txt", "a.txt"],
      ["b.txt", "b.txt"],
    ]);
  });

  it("without a file in it names none", () => {
    expect(readDiff("", "x.diff")).toEqual([]);
    expect(readDiff("only words\n", "x.diff")).toEqual([]);
  });

  it("that does not add up is refused, naming the file and how to make one", () => {
    expect(() => readDiff("--- a\n+++ b\n@@ -1,9 +1 @@\n-a\n", "x.diff")).toThrow(WrongUse);
    expect(() => readDiff("--- a\n+++ b\n@@ -1,9 +1 @@\n-a\n", "x.diff")).toThrow(/x\.diff: .*git diff main\.\.\.HEAD/);
  });
});
