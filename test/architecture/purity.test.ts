import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const pureFolders = [
  "kernel",
  "domain",
  "governance",
  "calendar",
  "proposals",
  "schema-diff",
  "routing",
  "procedures",
  "ladder",
  "conformance",
  "queue",
  "commands",
  "render",
  "core",
];

/** What would let the outside world in; each with the way to do without. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bprocess\./, "configuration is read in src/app and passed in"],
  [/\bfetch\(/, "reading belongs to src/adapters"],
  [/\bMath\.random\b/, "decisions are the same every time"],
  [/\basync\b|\bawait\b/, "the core awaits nothing: read first, then decide"],
  [/\bDate\.now\b|\bnew Date\b|\bTemporal\.Now\b/, "time is an argument; src/kernel/instant.ts converts"],
  [/\bconsole\./, "return it, or log it in the shell"],
  [/\bsetTimeout\b|\bsetInterval\b/, "a plan names its next look"],
];

const sources = pureFolders.flatMap((folder) => sourcesBelow(join("src", folder)));

function sourcesBelow(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
  return names.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => join(folder, name));
}

/** Comments may speak of anything; the code may not do it. */
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
const withoutStrings = (text: string): string => text.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

test("there are pure sources to look at", () => {
  expect(sources.length).toBeGreaterThan(20);
});

test.each(forbidden)("tiers 0-5 do without %s: %s", (pattern) => {
  const offenders = sources.filter(
    (path) => path !== join("src", "kernel", "instant.ts") && pattern.test(withoutStrings(withoutComments(readFileSync(path, "utf8")))),
  );

  expect(offenders).toEqual([]);
});
