import { describe, expect, test } from "@jest/globals";
import { commandLimit } from "./command-line.ts";
import { readCommandLines } from "./read-command-lines.ts";

/** Each command as `line name|argument|body`, with `!` before what was asked of `/steward`. */
function read(text: string): readonly string[] {
  return readCommandLines(text).map(({ name, explicit, argument, body, line }) => {
    return `${line} ${explicit ? "!" : ""}${name}|${argument}|${body}`;
  });
}

describe("a line of a paragraph that begins with a slash and a word is a command", () => {
  test.each([
    ["alone", "/lgtm", ["1 lgtm||"]],
    ["with an argument", "/vote yes", ["1 vote|yes|"]],
    ["in any case", "/LGTM Cancel", ["1 lgtm|Cancel|"]],
    ["below other lines of its paragraph", "Thanks!\n/lgtm", ["2 lgtm||"]],
    ["between paragraphs", "Thanks!\n\n/lgtm\n\nSee you.", ["3 lgtm||"]],
    [
      "several of one paragraph, each to its own line",
      "/domain events\n/change additive\n/lgtm",
      ["1 domain|events|", "2 change|additive|", "3 lgtm||"],
    ],
    ["with hyphens", "/call-vote", ["1 call-vote||"]],
    ["behind up to three spaces", "   /lgtm", ["1 lgtm||"]],
    ["with an emoji behind it", "/lgtm 🎉", ["1 lgtm|🎉|"]],
    ["with a full stop", "/lgtm.", ["1 lgtm||"]],
    ["with exclamation marks", "/lgtm!! great work", ["1 lgtm|great work|"]],
    ["with a colon before its reason", "/hold: the schema is not ready", ["1 hold|the schema is not ready|"]],
    ["with white space of any kind and length", "/vote\t \u00a0yes \t", ["1 vote|yes|"]],
    ["with a line end written as an entity behind it", "/lgtm&#10;x", ["1 lgtm|x|"]],
    ["with a line break of either kind behind it", "/lgtm  \n/hold\\\nx", ["1 lgtm||", "2 hold||x"]],
    ["at the end of CRLF and CR lines", "a\r\n/lgtm\r\n/hold x\r/unhold", ["2 lgtm||", "3 hold|x|", "4 unhold||"]],
    ["behind a byte order mark", "\ufeff/lgtm", ["1 lgtm||"]],
    ["with a comment of HTML behind it", "/lgtm<!-- template -->\n/hold <!-- x --> y", ["1 lgtm||", "2 hold|y|"]],
    ["below a comment of HTML", "<!-- keep this line -->\n/lgtm", ["2 lgtm||"]],
    ["below a quote and an empty line", "> shall we?\n\n/lgtm", ["3 lgtm||"]],
    ["below a heading, a rule, a listing", "# Review\n/lgtm\n***\n/hold\n```\nx\n```\n/unhold", ["2 lgtm||", "4 hold||", "8 unhold||"]],
    ["behind a folded part that has ended", "<details>\n\nx\n\n</details>\n\n/lgtm", ["7 lgtm||"]],
    ["in a part that HTML only arranges", '<div align="center">\n\n/lgtm\n\n</div>', ["3 lgtm||"]],
    ["below the target of a link", "[a]: https://b.example\n/lgtm", ["2 lgtm||"]],
  ])("%s", (_rule, text, commands) => {
    expect(read(text)).toEqual(commands);
  });
});

describe("what is no paragraph, or not the beginning of a line, is none", () => {
  test.each([
    ["a listing between fences", "```\n/lgtm\n```"],
    ["a listing whose fence never ends", "~~~\n/lgtm\n\n/hold x"],
    ["an indented listing", "a\n\n    /lgtm\n\n\t/hold x"],
    ["a line indented as a listing, though its paragraph goes on", "a\n    /lgtm"],
    ["code in a line", "`/lgtm`"],
    ["code over several lines", "see `a\n/lgtm\nb`"],
    ["a quote", "> /lgtm\n>\n> /hold x"],
    ["the lazy line of a quote, which GitHub shows as quoted", "> shall we?\n/lgtm"],
    ["an alert", "> [!NOTE]\n> /lgtm"],
    ["a quote written in HTML", "<blockquote>\n\n/lgtm\n\n</blockquote>"],
    ["a comment of HTML", "<!-- /lgtm -->\n\n<!--\n/hold x\n\n/lgtm\n-->"],
    ["a comment of HTML in a paragraph", "a <!--\n/lgtm\n--> b"],
    ["a comment of HTML that never ends", "<!--\n\n/lgtm"],
    ["a block of HTML", "<div>\n/lgtm\n</div>"],
    ["a folded part", "<details>\n<summary>Log</summary>\n\n/lgtm\n\n</details>"],
    ["a folded part that never ends", "<DETAILS open>\n\n/lgtm"],
    ["a folded part below an end that ends nothing", "</details>\n\n<details>\n\n/lgtm"],
    ["a part folded in another", "<details>\n\n<details>\n\na\n\n</details>\n\n/lgtm\n\n</details>"],
    ["preformatted text", "<pre>\n/lgtm\n\n/lgtm\n</pre>"],
    ["code of HTML in a paragraph", "see <code>\n/lgtm\n</code>"],
    ["a list item: lists enumerate what could be done", "You may:\n- /lgtm\n- /hold x\n\n1. /vote yes"],
    ["the lazy line of a list item", "- a\n/lgtm"],
    ["a heading", "# /lgtm\n\n/hold\n---"],
    ["a table", "| /lgtm | /hold |\n| --- | --- |\n/vote yes"],
    ["a footnote", "a[^1]\n\n[^1]: b c\n/lgtm"],
    ["a footnote of one word", "a[^1]\n\n[^1]: b\n/lgtm"],
    ["emphasis", "**/lgtm**\n\n*a\n/lgtm b*"],
    ["struck text", "~~/lgtm~~\n\n~~a\n/lgtm~~"],
    ["a link", "[/lgtm](https://a.example)\n\n[a\n/lgtm](https://b.example)"],
    ["the target of a link", '[a](https://b.example\n"/c\n/lgtm\n")'],
    ["the middle of a line", "please /lgtm this"],
    ["an escaped slash", "\\/lgtm"],
    ["a slash or a line end written as an entity", "&#47;lgtm\n\na&#10;/lgtm"],
    ["nothing at all", ""],
  ])("%s", (_rule, text) => {
    // The first line is a command, so that the others are looked at.
    expect(read(`/first\n***\n${text}`)).toEqual(["1 first||"]);
  });
});

describe("what only looks like a command is prose", () => {
  test.each([
    ["/tools/list"],
    ["/etc/passwd is a file"],
    ["/sandbox/clock."],
    ["//comment"],
    ["/"],
    ["/ lgtm"],
    ["/1"],
    ["/-x"],
    ["/lgtm- x"],
    ["/lgtm_x"],
    ["/lgtm, then"],
    ["/lgtm?"],
    ["/lgtm..."],
    ["/lgtm;"],
    ["/lgtm🎉"],
    ["/lgtm@mira"],
    ["/lgtm(1)"],
    ["/lgtm*x*"],
    ["/lgtm<!-- -->x"],
    ["/l`g`tm"],
    ["/lg\u200btm"],
    ["/lgtm\u200b"],
    ["/lgtm\ufeff yes"],
    ["\u200b/lgtm"],
    ["\u00a0/lgtm"],
    ["\u202e/lgtm"],
    ["/\u202elgtm"],
    ["/ｌｇｔｍ"],
    ["\uff0flgtm"],
    ["/lg\u0442m"],
    ["/lgtm\0"],
    [`/${"a".repeat(41)}`],
  ])("%j", (text) => {
    expect(read(`/first\n***\n${text}`)).toEqual(["1 first||"]);
  });
});

describe("the argument is the rest of the line as it is seen", () => {
  test.each([
    ["code without its backticks", "/lgtm `sha256:9ab3`", "sha256:9ab3"],
    [
      "addresses as they are",
      "/record accept https://a.example/x_y_z <https://b.example>",
      "accept https://a.example/x_y_z https://b.example",
    ],
    ["links with words and target", "/record accept [the minutes](https://a.example)", "accept the minutes (https://a.example)"],
    ["links by reference too", "/hold see [a]\n\n[a]: https://a.example", "see a (https://a.example)"],
    ["pictures with description and target", "/hold ![plan](https://a.example/p.png)", "plan (https://a.example/p.png)"],
    ["emphasis without its marks", "/vote **yes** _really_", "yes really"],
    ["mentions and numbers", "/supersede #12 @mira", "#12 @mira"],
    ["no struck text, which its author took back", "/vote ~~no~~ yes", "yes"],
    ["no tags", "/vote <b>yes</b><br>x", "yes x"],
    ["no unseen or turning characters", "/vote \u202eyes\u202c n\u200bo\u2066", "yes no"],
    ["joiners of emoji and scripts", "/hold 👩‍💻", "👩‍💻"],
    ["entities and escapes as they show", "/hold a &lt; b \\* c&#10;d", "a < b * c d"],
  ])("%s", (_rule, text, argument) => {
    expect(readCommandLines(text).map((line) => line.argument)).toEqual([argument]);
  });
});

describe("the body is what follows and belongs to the command", () => {
  test.each([
    [
      "the lines of its paragraph",
      "/block the ids collide\nas soon as two\nservers merge",
      ["1 block|the ids collide|as soon as two\nservers merge"],
    ],
    ["up to the next command", "/block a\nb\n/lgtm\nc", ["1 block|a|b", "3 lgtm||c"]],
    ["not the next paragraph", "/block a\n\nb", ["1 block|a|"]],
    [
      "but one of keyed lines",
      "/ready\n\nprototype: https://a.example\nmore\n\nbenefit: b",
      ["1 ready||prototype: https://a.example\nmore\nbenefit: b"],
    ],
    [
      "and a list of them",
      "/ready\n- prototype: [a](https://a.example)\n- [x] **benefit**: b",
      ["1 ready||prototype: a (https://a.example)\n[x] benefit: b"],
    ],
    [
      "with what stands below its items",
      "/final\n\n* schema:\n  - https://a.example\n  - https://b.example",
      ["1 final||schema:\nhttps://a.example\nhttps://b.example"],
    ],
    ["not a list of other things", "/ready\n- prototype: a\n- b", ["1 ready||"]],
    ["nothing behind something else", "/ready\n\nWell.\n\nprototype: a\n\n- benefit: b", ["1 ready||"]],
    ["nothing folded or quoted", "/ready\n\n> prototype: a\n\n<details>\n\nbenefit: b\n\n</details>", ["1 ready||"]],
    ["nothing that the command's own line folds", "/ready <details>\n\nprototype: a", ["1 ready||"]],
    ["nor a list so folded", "/ready <details>\n- prototype: a", ["1 ready||"]],
    ["an address is no key", "/ready\n\nhttps://a.example", ["1 ready||"]],
    ["a keyed paragraph that has a command in it", "/ready\n\nprototype: a\n/lgtm\nb", ["1 ready||prototype: a", "4 lgtm||b"]],
  ])("%s", (_rule, text, commands) => {
    expect(read(text)).toEqual(commands);
  });
});

describe("`/steward name` is meant for Steward", () => {
  test.each([
    ["with an argument", "/steward vote yes", ["1 !vote|yes|"]],
    ["with a second slash, a mark, in code, in capitals", "/steward /LGTM.\n/Steward: `lgtm`", ["1 !lgtm||", "2 !lgtm||"]],
    ["alone asks for help", "/steward", ["1 !help||"]],
    ["whatever is asked", "/steward @mira?", ["1 !@mira?||"]],
  ])("%s", (_rule, text, commands) => {
    expect(read(text)).toEqual(commands);
  });
});

describe("a comment cannot ask for too much", () => {
  test("twenty commands are read of a thousand, and each says how many there are", () => {
    const lines = readCommandLines("/lgtm\n/hold x\n\n".repeat(500));

    expect(lines).toHaveLength(commandLimit);
    expect(lines.map((line) => line.index)).toEqual(Array.from({ length: commandLimit }, (_, index) => index));
    expect(new Set(lines.map((line) => line.count))).toEqual(new Set([1000]));
  });
});
