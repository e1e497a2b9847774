import { describe, expect, test } from "@jest/globals";
import { canonicalTarget } from "./link-target.ts";

const base = { file: "seps/12-x.md", repositories: ["new/name", "old/name"], branch: "main" };

describe("targets with the same content have one spelling", () => {
  test.each<[string, string, string]>([
    ["http and https", "http://a.example/b", "https://a.example/b"],
    ["no scheme", "//a.example/b", "https://a.example/b"],
    ["case of scheme and host", "HTTPS://A.Example/b", "https://a.example/b"],
    ["a slash at the end", "https://a.example/b/", "https://a.example/b"],
    ["a host alone", "https://a.example/", "https://a.example"],
    ["an index page", "https://a.example/b/index.html", "https://a.example/b"],
    ["an empty fragment", "https://a.example/b#", "https://a.example/b"],
    ["a relative path", "../docs/b.md#c", "/docs/b.md#c"],
    ["a path from the root", "/docs/b.md#c", "/docs/b.md#c"],
    ["a path with steps", "./x/../13-y.md", "/seps/13-y.md"],
    ["a folder's page", "../docs/README.md", "/docs"],
    ["an address of the repository", "https://github.com/New/name/blob/main/docs/b.md#c", "/docs/b.md#c"],
    ["one under its old name", "http://github.com/old/name/blob/main/docs/b.md", "/docs/b.md"],
    ["a fragment", "#c", "#c"],
    ["a fragment of the file itself, by its name", "12-x.md#c", "#c"],
    ["the same by its address", "https://github.com/new/name/blob/main/seps/12-x.md#c", "#c"],
    ["the file itself", "12-x.md", "/seps/12-x.md"],
    ["an address of mail, as it is", "mailto:A@b.example", "mailto:A@b.example"],
    ["what is no address, as it is", "https://[", "https://["],
  ])("%s", (_, url, expected) => {
    expect(canonicalTarget(url, base)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ["another branch", "https://github.com/new/name/blob/other/b.md", "https://github.com/new/name/blob/main/b.md"],
    ["another repository", "https://github.com/an/other/blob/main/b.md", "https://github.com/new/name/blob/main/b.md"],
    ["another view", "https://github.com/new/name/raw/main/b.md", "https://github.com/new/name/blob/main/b.md"],
    ["another host", "https://a.example/new/name/blob/main/b.md", "https://github.com/new/name/blob/main/b.md"],
    ["a query", "https://a.example/?b=1", "https://a.example/"],
    ["a query of the file itself", "12-x.md?plain=1#c", "#c"],
    ["case of a path", "https://a.example/B", "https://a.example/b"],
    ["case of a fragment", "#B", "#b"],
    ["a port", "https://a.example:8443/", "https://a.example/"],
    ["a user", "https://b@a.example/", "https://a.example/"],
    ["a host with a letter of another alphabet", "https://\u0430.example/", "https://a.example/"],
  ])("%s is another target", (_, one, other) => {
    expect(canonicalTarget(one, base)).not.toBe(canonicalTarget(other, base));
  });
});
