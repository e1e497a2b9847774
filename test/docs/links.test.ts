import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GithubSlugger from "github-slugger";
import { textsBelow } from "./read-rules.ts";

const atTheTop = readdirSync(".")
  .filter((name) => name.endsWith(".md"))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
const inFolders = ["docs", "governance", "src", "test/simulation"].flatMap((folder) => textsBelow(folder, [".md"]));
const pages = [...atTheTop, ...inFolders];

const outsideCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");

/** Relative links of a page, with their anchors. */
function linksOf({ path, text }: { readonly path: string; readonly text: string }) {
  const targets = [...outsideCode(text).matchAll(/\]\(([^()\s]+)(?:\s"[^"]*")?\)/g)].flatMap(([, target]) => target ?? []);
  return targets
    .filter((target) => !/^[a-z]+:/i.test(target))
    .map((target) => {
      const [file = "", anchor = null] = target.split("#");
      return { from: path, target, file: file === "" ? path : normalize(join(dirname(path), file)), anchor };
    });
}

/** What a link into a page can end with: its headings, and places that have an id of their own. */
function anchorsOf(path: string): ReadonlySet<string> {
  const text = readFileSync(path, "utf8");
  const slugger = new GithubSlugger();
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) => slugger.slug(heading.replaceAll("`", "")));
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].flatMap(([, id]) => id ?? [])]);
}

const links = pages.flatMap(linksOf);

describe("links between documents", () => {
  test("lead to files that are there", () => {
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ file }) => !existsSync(file))).toEqual([]);
  });

  test("lead to places that are there", () => {
    const intoPages = links.filter(({ file, anchor }) => anchor !== null && file.endsWith(".md"));

    expect(intoPages.filter(({ file, anchor }) => !anchorsOf(file).has(anchor ?? ""))).toEqual([]);
  });

  test.each(pages.filter(({ path }) => path.startsWith("docs/") && path !== "docs/README.md").map(({ path }) => path))(
    "lead from the index or a page below it to %s",
    (path) => {
      expect(links.filter(({ file, from }) => file === path && from !== path && from.startsWith("docs/"))).not.toEqual([]);
    },
  );
});
