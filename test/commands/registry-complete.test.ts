import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandNames, commands, questions } from "../../src/commands/registry.ts";
import { renderHelp } from "../../src/render/index.ts";

const folder = join("src", "commands");
const pages = join("docs", "reference", "commands");

/** Folders whose index defines a command or a question; the others are what several of them share. */
const defining = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "index.ts")))
  .map(({ name }) => name)
  .filter((name) => / = register\b|: Question = /.test(readFileSync(join(folder, name, "index.ts"), "utf8")));

const all = [...commands, ...questions];
const isRefusal = (outcome: string) => /^[a-z]+(-[a-z]+)+$/.test(outcome);

test("every folder that defines a command or a question is registered, under its own name, and nothing else is", () => {
  expect(defining.toSorted()).toEqual(commandNames.toSorted());
});

test("there is a page for each, and no page besides", () => {
  expect(readdirSync(pages).toSorted()).toEqual(["README.md", ...commandNames.map((name) => `${name}.md`)].toSorted());
});

describe.each(all)("/$name", ({ name, usage, does, who }) => {
  test("is told by /help, in the list and by itself", () => {
    const list = renderHelp(all, null).markdown;
    const one = renderHelp(all, name).markdown;

    expect(list).toContain(`\`/${name}`);
    expect(one).toMatch(new RegExp(`^\`/${name}`));
    for (const words of [does, who]) expect(one).toContain(words.slice(0, 20));
    expect(usage).toMatch(new RegExp(`^/${name}\\b`));
  });

  test("has a page that says how it is written, what it does and who may use it", () => {
    const page = readFileSync(join(pages, `${name}.md`), "utf8");

    for (const words of [`# /${name}`, `    ${usage.split(", /")[0]}`, does.slice(1), `Who: ${who}.`, "## Examples"]) {
      expect(page).toContain(words);
    }
  });
});

test.each(commands)("/$name has an example that is done, and one that is refused", ({ examples }) => {
  expect(examples.filter(({ outcome }) => isRefusal(outcome))).not.toEqual([]);
  expect(examples.filter(({ outcome }) => !isRefusal(outcome))).not.toEqual([]);
});
