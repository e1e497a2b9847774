import { describe, expect, test } from "@jest/globals";
import { decodeProposal } from "./decode-proposal.ts";
import { parseProposalBytes } from "./parse-proposal-bytes.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : [...part])));
const wide = (text: string, big: boolean) => [...text].flatMap((letter) => (big ? [0, letter.charCodeAt(0)] : [letter.charCodeAt(0), 0]));
const codes = (problems: readonly { readonly line: number; readonly code: string }[]) =>
  problems.map((problem) => `${problem.line} ${problem.code}`);

describe("bytes of a proposal", () => {
  test.each<[string, Uint8Array, string, readonly string[]]>([
    ["UTF-8 is read as it is", utf8("# é 漢 😀\n"), "# é 漢 😀\n", []],
    ["nothing is an empty text", bytes(), "", []],
    ["a byte order mark is left out", bytes([0xef, 0xbb, 0xbf], "# x"), "# x", []],
    ["line ends of Windows become line feeds", utf8("a\r\nb\r\n"), "a\nb\n", []],
    ["so do lone carriage returns", utf8("a\rb"), "a\nb", []],
    [
      "bytes that are not UTF-8 are replaced and told by line",
      bytes("a\nb", [0xff], "c\nd\n", [0xc3]),
      "a\nb\uFFFDc\nd\n\uFFFD",
      ["2 invalid-utf8", "4 invalid-utf8"],
    ],
    ["a replacement character that was written is none", utf8("a \uFFFD b"), "a \uFFFD b", []],
    ["a zero byte makes a file binary", bytes("a\nb", [0], "c"), "", ["2 binary-file"]],
    ["UTF-16 with its mark is read and told", bytes([0xff, 0xfe], wide("# x\r\ny", false)), "# x\ny", ["1 not-utf8"]],
    ["big-endian too", bytes([0xfe, 0xff], wide("# x", true)), "# x", ["1 not-utf8"]],
    ["UTF-16 without a mark is known by its zeros", bytes(wide("# SEP-1: Progress", false)), "# SEP-1: Progress", ["1 not-utf8"]],
    ["big-endian without a mark too", bytes(wide("# SEP-1: Progress", true)), "# SEP-1: Progress", ["1 not-utf8"]],
    ["zeros here and there are binary", bytes(wide("# SEP-1: Progress", true), "x".repeat(100)), "", ["1 binary-file"]],
  ])("%s", (_, input, text, problems) => {
    const decoded = decodeProposal(input);

    expect(decoded.text).toBe(text);
    expect(codes(decoded.problems)).toEqual(problems);
  });

  test("of many broken lines the first twenty are told", () => {
    const broken = decodeProposal(bytes(...Array.from({ length: 100 }, () => [0xff, 10])));

    expect(broken.problems).toHaveLength(20);
  });

  test("a binary file has that one problem, not those of an empty text", () => {
    const document = parseProposalBytes(bytes("PNG", [0, 1, 2]), "seps/1-x.md");

    expect(codes(document.problems)).toEqual(["1 binary-file"]);
    expect(document.number).toBe(1);
  });

  test("problems of the bytes come before those of the text", () => {
    const document = parseProposalBytes(bytes("# SEP-1: x", [0xff], "\n"), "seps/1-x.md");

    expect(codes(document.problems)).toEqual(["1 invalid-utf8", "1 preamble-missing"]);
  });

  test("another word may stand before the number", () => {
    expect(parseProposalBytes(utf8("# RFC-12: Frames"), "rfcs/12-frames.md", { prefix: "RFC" })).toMatchObject({
      number: 12,
      title: "Frames",
    });
  });
});
