import { describe, expect, test } from "@jest/globals";
import { foreignWords } from "./foreign-words.ts";
import { readCommandLines } from "./read-command-lines.ts";
import { isBareWord, suggestCommand } from "./suggest-command.ts";

const known =
  "lgtm vote call-vote propose block unblock veto record sponsor unsponsor domain change route escalate recuse unrecuse hold unhold group adopt decline ready final withdraw revive close appeal transfer supersede nominate second object attest join status why can ladder help steward".split(
    " ",
  );

describe("a mistyped command is answered with the one that was meant", () => {
  test.each([
    ["two letters swapped", "lgmt", "lgtm"],
    ["a letter missing", "vte", "vote"],
    ["a letter too many in a short name", "lgttm", "lgtm"],
    ["another letter", "vota", "vote"],
    ["two slips in a long name", "withdarww", "withdraw"],
    ["no hyphen", "callvote", "call-vote"],
    ["a plural", "sponsors", "sponsor"],
    ["the nearest of several", "unhol", "unhold"],
    ["the nearest, wherever it stands in the list", "adoptt", "adopt"],
  ])("%s", (_rule, name, meant) => {
    expect(suggestCommand(name, known)).toBe(meant);
    expect(suggestCommand(name, [...known, "adopted"])).toBe(meant);
  });
});

describe("nothing is suggested", () => {
  test.each([
    ["for a known command", "lgtm"],
    ["for two slips in a short name", "lgmmt"],
    ["for two slips between a long name and a short command", "vetoed"],
    ["for three slips", "withdrwaaan"],
    ["for what is like nothing", "frobnicate"],
    ["for a single letter", "c"],
  ])("%s", (_rule, name) => {
    expect(suggestCommand(name, known)).toBeNull();
  });

  test("where two commands are equally near", () => {
    expect(suggestCommand("hole", ["hold", "hope"])).toBeNull();
    expect(suggestCommand("hole", ["hold", "hope", "whole"])).toBeNull();
  });

  test("and nothing known suggests nothing", () => {
    expect(suggestCommand("lgmt", [])).toBeNull();
  });

  test.each([["test"], ["root"], ["roots"], ["code"], ["merge"], ["schema"], ["read"], ["cancel"], ["spec"], ["well-known"]])(
    "for a word of others, however near: /%s",
    (name) => {
      expect(suggestCommand(name, [`${name}s`])).toBeNull();
    },
  );

  test("and no command of Steward's is on the list of others' words", () => {
    expect(known.filter((name) => foreignWords.has(name))).toEqual([]);
  });
});

describe("only a bare word may be a mistyped command", () => {
  test.each([
    ["the word alone", "/lgmt", true],
    ["with one word behind it", "/domian events", true],
    ["with more words", "/initialize is called first", false],
    ["with thanks below it", "/lgmt\nThanks to all!", true],
  ])("%s", (_rule, text, bare) => {
    expect(readCommandLines(text).map(isBareWord)).toEqual([bare]);
  });
});
