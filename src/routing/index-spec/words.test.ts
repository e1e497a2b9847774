import { splitWords } from "./words.ts";

test.each([
  ["identifiers are split into their parts", "CallToolResult", ["call", "tool", "result"]],
  ["an abbreviation before a word is a part of its own", "JSONRPCRequest", ["jsonrpc", "request"]],
  ["a method is its segments", "notifications/tools/list_changed", ["notification", "tool", "list", "changed"]],
  ["a capital with lower case after it starts no new part within a word", "OAuth", ["oauth"]],
  ["the plural of an abbreviation is its singular", "SEPs and SDKs", ["sep", "and", "sdk"]],
  ["plurals lose their ending and no more", "proxies classes resources status access", ["proxy", "classe", "resource", "status", "access"]],
  ["words of different meaning stay apart", "author authorization valid validator", ["author", "authorization", "valid", "validator"]],
  ["single letters and short figures say nothing", "a 7 42 v2", ["v2"]],
  ["long figures are words, such as numbers of RFCs and errors", "RFC 9728, -32602", ["rfc", "9728", "32602"]],
  ["letters of every script are letters", "Zürich 東京", ["zürich", "東京"]],
  ["what is longer than any word is no word", "x".repeat(100), []],
  ["nothing gives nothing", "", []],
])("%s", (_, text, words) => {
  expect(splitWords(text)).toEqual(words);
});
