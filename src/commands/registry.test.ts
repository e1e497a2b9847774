import { describe, expect, test } from "@jest/globals";
import { aCommandContext, decideText } from "../../test/support/command-context.ts";
import { situationOf } from "../../test/support/command-situations.ts";
import { foreignWords } from "./reading/foreign-words.ts";
import { readCommandLines } from "./reading/index.ts";
import { commandNames, commands, questions } from "./registry.ts";

/** A refusal's code; what is done is told in several words. */
const isCode = (outcome: string) => /^[a-z]+(-[a-z]+)*$/.test(outcome);

describe("the registry", () => {
  test("gives no name twice", () => {
    expect(commandNames).toEqual([...new Set(commandNames)]);
    expect(commandNames).toHaveLength(commands.length + questions.length);
  });

  test("names nothing that other bots, GitHub or the protocol mean by a word behind a slash", () => {
    expect(commandNames.filter((name) => foreignWords.has(name))).toEqual([]);
  });

  test("holds every command that decides", () => {
    const expected =
      "lgtm vote call-vote propose block unblock veto record sponsor unsponsor domain change route escalate recuse unrecuse hold unhold " +
      "group adopt decline ready final withdraw revive close status why can help";
    expect(commandNames.toSorted()).toEqual(expected.split(" ").toSorted());
  });

  test.each(commands)("$name says how it is written, who may use it, by which rules, and what comes of it", (command) => {
    const { name, usage, who, does, rules, sample, examples } = command;
    expect(usage).toMatch(new RegExp(`^/${name}\\b`));
    expect(who).not.toBe("");
    expect(does).not.toMatch(/\.$/);
    expect(rules).toContainEqual(expect.stringMatching(/^[A-Z]\d+$/));
    expect(readCommandLines(sample)).toMatchObject([{ name }]);
    expect(examples.length).toBeGreaterThan(0);
    for (const { text } of examples) expect(readCommandLines(text)).toMatchObject([{ name }]);
  });
});

const examples = commands.flatMap(({ name, examples: given }) => given.map((example) => ({ name, ...example })));

describe("examples of commands come to what they say", () => {
  test.each(examples)("$text, $situation: $outcome", ({ situation, text, outcome }) => {
    const verdict = decideText(text, aCommandContext(situationOf(situation)));

    const came = verdict.kind === "done" ? "done" : verdict.refusal.code;
    expect(came).toBe(isCode(outcome) ? outcome : "done");
  });
});
