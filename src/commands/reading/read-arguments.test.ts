import { describe, expect, test } from "@jest/globals";
import type { Result } from "../../kernel/result.ts";
import type { CommandProblem } from "./command-problem.ts";
import { parseLinks } from "./parse-links.ts";
import { parseLogins } from "./parse-logins.ts";
import { parseWord, takeWord } from "./parse-word.ts";
import { reasonOf, requireReason } from "./require-reason.ts";

/** The value, or the message of what is wrong. */
function outcome<T>(result: Result<T, CommandProblem>): T | string {
  return result.ok ? result.value : result.error.message;
}

describe("logins", () => {
  test.each([
    ["one", "@mira", ["mira"]],
    ["several, however parted", "@mira, @juno;@noor and @ravi", ["mira", "juno", "noor", "ravi"]],
    ["without their sign", "mira juno", ["mira", "juno"]],
    ["once each, as first typed", "@Mira @mira @MIRA", ["Mira"]],
    ["with a full stop behind the last", "@mira, @juno.", ["mira", "juno"]],
    ["with hyphens, and of managed accounts", "@ju-no @mira_hexa", ["ju-no", "mira_hexa"]],
  ])("are read: %s", (_rule, text, logins) => {
    expect(outcome(parseLogins(text))).toEqual(logins);
  });

  test.each([
    ["nobody", " , ", "No login is named."],
    ["a team", "@mira @hexa/leads", "`@hexa/leads` is a team; people act, teams do not."],
    ["a sign twice", "@@mira", "`@@mira` is no login."],
    ["a bot", "@helper[bot]", "`@helper[bot]` is no login."],
    ["letters of another script", "@mirа", "`@mirа` is no login."],
    ["what would break out of its code", "@a`b`", "`@a'b'` is no login."],
    ["a word that is too long", `@${"a".repeat(70)}`, `\`@${"a".repeat(58)}…\` is no login.`],
    ["a crowd", Array.from({ length: 101 }, (_, index) => `@a${index}`).join(), "101 logins are named, and 100 are read."],
  ])("are refused: %s", (_rule, text, message) => {
    expect(outcome(parseLogins(text))).toBe(message);
  });
});

describe("a word of a list", () => {
  const choices = ["yes", "no", "abstain"] as const;

  test.each([
    ["as it is", "no"],
    ["in any case, with white space", " NO "],
    ["with a mark behind it", "no!"],
  ])("is read %s", (_rule, text) => {
    expect(outcome(parseWord(text, choices))).toBe("no");
  });

  test.each([
    ["none", "", "A word is missing."],
    ["another", "maybe later", "`maybe` is none of the words that can stand here."],
    ["more than one", "no thanks", "`thanks` stands behind `no`."],
  ])("is refused when there is %s", (_rule, text, message) => {
    expect(parseWord(text, choices)).toEqual({
      ok: false,
      error: { message, expected: "`yes`, `no` or `abstain`", example: "yes" },
    });
  });

  test("can have more behind it, lines included, where the command asks for that", () => {
    expect(outcome(takeWord("guidance:  use\nids", ["guidance", "return"]))).toEqual({ word: "guidance", rest: "use\nids" });
    expect(outcome(takeWord("core", ["core"]))).toEqual({ word: "core", rest: "" });
  });
});

describe("links", () => {
  test.each([
    ["one", "https://a.example/b?c=d#e", ["https://a.example/b?c=d#e"]],
    ["several, once each", "https://a.example, http://b.example and https://a.example", ["https://a.example", "http://b.example"]],
    ["the target behind words", "the minutes (https://a.example/b)", ["https://a.example/b"]],
    ["brackets of its own", "(see https://a.example/b_(c).)", ["https://a.example/b_(c)"]],
    ["no full stop, quote or bracket around it", "<https://a.example>. 'https://b.example'!", ["https://a.example", "https://b.example"]],
  ])("are read: %s", (_rule, text, links) => {
    expect(outcome(parseLinks(text))).toEqual(links);
  });

  test.each([
    ["nothing", " ", "A link is missing."],
    ["a number", "#12", "`#12` has no link."],
    ["an address of another kind", "ftp://a.example javascript:alert(1)", "`ftp://a.example javascript:alert(1)` has no link."],
    ["half an address", "https://[", "`https://[` is no address."],
    ["a crowd", Array.from({ length: 51 }, (_, index) => `https://a.example/${index}`).join(" "), "There are 51 links, and 50 are read."],
  ])("are refused: %s", (_rule, text, message) => {
    expect(outcome(parseLinks(text))).toBe(message);
  });
});

describe("a reason", () => {
  test("is the rest of the line and the lines below", () => {
    expect(reasonOf({ argument: "the ids collide", body: "as soon as\ntwo merge" })).toBe("the ids collide\nas soon as\ntwo merge");
    expect(reasonOf({ argument: "", body: "below" })).toBe("below");
  });

  test.each([
    ["long enough", "0123456789", "0123456789"],
    ["of characters, not of their halves", "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉", "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉"],
    ["in several lines", "  01234\n  5678 ", "01234\n5678"],
  ])("is taken when it is %s", (_rule, text, reason) => {
    expect(outcome(requireReason(text, 10))).toBe(reason);
  });

  test.each([
    ["missing", "", 1, "A reason is missing."],
    ["white space", " \n\t ", 0, "A reason is missing."],
    ["made of what nobody sees", "\u200b".repeat(30), 10, "A reason is missing."],
    ["filled up with spaces", `a${" ".repeat(30)}b`, 10, "The reason has 3 characters."],
    ["too short by one", "012345678", 10, "The reason has 9 characters."],
    ["one character", "0", 10, "The reason has 1 character."],
  ])("is refused when it is %s", (_rule, text, least, message) => {
    expect(outcome(requireReason(text, least))).toBe(message);
  });
});
