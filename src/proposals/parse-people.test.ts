import { describe, expect, test } from "@jest/globals";
import { parseAuthors, parseSponsor } from "./parse-people.ts";

const person = ({ name, handle }: { name: string | null; handle: string | null }) => `${name ?? ""}@${handle ?? ""}`;

describe("authors", () => {
  test.each([
    ["a name with a handle", "Mira Holt (@mira)", ["Mira Holt@mira"]],
    ["a handle with a space behind it", "Mira Holt (@M-Holt )", ["Mira Holt@M-Holt"]],
    ["a bare handle", "mira", ["@mira"]],
    ["a bare handle with @", "@mira", ["@mira"]],
    ["a single name with a capital is a name", "Mira", ["Mira@"]],
    ["a bare name", "Mira Holt", ["Mira Holt@"]],
    ["a name with an initial", "Mira D. Holt (@mira)", ["Mira D. Holt@mira"]],
    ["two with `and`", "Mira Holt (@mira) and Juno Vale (@juno)", ["Mira Holt@mira", "Juno Vale@juno"]],
    ["two without a comma", "Mira Holt (@mira) Juno Vale (@juno)", ["Mira Holt@mira", "Juno Vale@juno"]],
    ["an ampersand", "@mira & @juno", ["@mira", "@juno"]],
    ["a comma before `and`", "@mira, and @juno", ["@mira", "@juno"]],
    ["an address in angle brackets", "Mira Holt <mira@example.org> (@mira)", ["Mira Holt@mira"]],
    ["an address in round brackets", "Mira Holt (mira.holt@example.org)", ["Mira Holt@"]],
    ["an address in place of a name", "mira@example.org (@mira)", ["@mira"]],
    ["a link to the profile", "[Mira Holt](https://github.com/mira)", ["Mira Holt@mira"]],
    ["a linked handle", "[@mira](https://github.com/mira)", ["@mira"]],
    ["a link to elsewhere", "[Mira Holt](https://example.org/mira)", ["Mira Holt@"]],
    ["the profile's address", "Mira Holt, github.com/mira", ["Mira Holt@", "@mira"]],
    ["a group that they write for", "Mira Holt (@mira); on behalf of the Agents Working Group", ["Mira Holt@mira"]],
    ["a group after a comma", "@mira, on behalf of the Agents Working Group", ["@mira"]],
    ["a group alone", "Transports Working Group", ["Transports Working Group@"]],
    ["remarks after dashes", "A Holt (@a) — original proposal; B Vale (@b) — shepherd, after conversion", ["A Holt@a", "B Vale@b"]],
    ["a dash between persons", "@mira - @juno", ["@mira", "@juno"]],
    ["bold and code marks", "**Mira Holt** (`@mira`)", ["Mira Holt@mira"]],
    ["nothing", "", []],
    ["only punctuation", " , ; () ", []],
    ["the @ of an address is no handle", "mira@example.org", []],
    ["no more than the beginning of a huge list", "@a, ".repeat(5000), Array.from({ length: 500 }, () => "@a")],
  ])("%s", (_, value, people) => {
    expect(parseAuthors(value).map(person)).toEqual(people);
  });
});

describe("sponsor", () => {
  test.each([
    ["an absent field", undefined, "absent"],
    ["an empty field", "", "none"],
    ["None", "None", "none"],
    ["None in code", "`None`", "none"],
    ["None with a remark", "None (seeking sponsor)", "none"],
    ["None with a name in the remark", "None (the lead will tell @juno)", "none"],
    ["unsponsored", "unsponsored (seeking sponsor)", "none"],
    ["seeking", "Seeking sponsor", "none"],
    ["TBD", "TBD", "none"],
    ["a dash", "-", "none"],
    ["the template's braces", "{sponsor}", "none"],
    ["a handle", "@juno", "@juno"],
    ["a name with a handle", "Juno Vale (@juno)", "Juno Vale@juno"],
    ["a handle with a name", "@juno - Juno Vale", "Juno Vale@juno"],
    ["a handle with a name and a remark", "@juno - Juno Vale, Orbit", "Juno Vale@juno"],
    ["a name alone", "Juno Vale", "Juno Vale@"],
    ["an organisation", "Hexa Labs (Hexa)", "Hexa Labs (Hexa)@"],
    ["a name that begins like a word for nobody", "Noneta Opensen", "Noneta Opensen@"],
    ["only punctuation", "()", "()@"],
  ])("%s", (_, value, sponsor) => {
    const parsed = parseSponsor(value);

    expect(parsed.kind === "person" ? person(parsed) : parsed.kind).toBe(sponsor);
  });
});
