import { type Constitution, smallConstitution } from "../support/constitution.ts";

const group = "groups/forecasts-wg.yml";

/** What people read: the edit, the text that is underlined, the message, the fix. */
const wording: readonly (readonly [string, (small: Constitution) => Constitution, string, string, string])[] = [
  [
    "an unknown key close to a known one",
    (small) => small.edit(group, "team: forecasts-wg", "tema: forecasts-wg"),
    "tema",
    "unknown key `tema`; did you mean `team`?",
    "rename it to `team`",
  ],
  [
    "an unknown key",
    (small) => small.edit("domains.yml", "about: project", "website: x"),
    "website",
    "unknown key `website`",
    "remove it; the keys that may stand here are `id`, `label`, `description`, `in`, `out`, `signals`, `fallback` and `about`",
  ],
  [
    "an unknown key among keys that are types",
    (small) =>
      small.edit(
        "project.yml",
        "    Informational: { required: [abstract] }",
        "    Informational: { required: [abstract] }\n    Standard: {}",
      ),
    "Standard",
    "unknown key `Standard`",
    "remove it; the keys that may stand here are `Standards Track`, `Informational`, `Process` and `Extensions Track`",
  ],
  [
    "an unknown key close to one that is there already",
    (small) => small.edit("people.yml", "  - name: Noor Haddad", "  - name: Noor Haddad\n    names: Noor"),
    "names",
    "unknown key `names`",
    "remove it; the keys that may stand here are `name`, `accounts`, `affiliation`, `levels`, `emeritus` and `away`",
  ],
  [
    "a missing key",
    (small) => small.edit("domains.yml", '    label: "domain: readings"\n', ""),
    "id: readings",
    "`label` is missing",
    "add `label`: name of its GitHub label, with the prefix",
  ],
  [
    "a number where text belongs",
    (small) => small.edit("lifecycle.yml", "label: final,", "label: final, color: 000000,"),
    "000000",
    "`color` must be text, found `0`",
    "put it in quotes",
  ],
  [
    "nothing where text belongs",
    (small) => small.edit(group, "name: Forecasts", "name:"),
    "name",
    "`name` must be text, found nothing",
    "change `name` to text (name as people write it)",
  ],
  [
    "text where a list belongs",
    (small) => small.edit(group, "owns: [forecasts]", "owns: forecasts"),
    "forecasts",
    "`owns` must be a list, found the text `forecasts`",
    "change `owns` to a list (domains whose proposals are routed to it)",
  ],
  [
    "a list where keys belong",
    (small) => small.edit(group, "charter: { text: docs/groups/forecasts.md, since: 2026-02-01 }", "charter: [a]"),
    "charter",
    "`charter` must be a set of keys, found a list",
    "change `charter` to a set of keys (what the group was granted)",
  ],
  [
    "keys where text belongs",
    (small) => small.edit(group, 'contact: "#forecasts"', "contact: { at: x }"),
    "contact",
    "`contact` must be text, found a set of keys",
    "change `contact` to text (where to find the group)",
  ],
  [
    "an entry of a list",
    (small) => small.edit(group, "    domains: [forecasts]", "    domains: [Forecasts!]"),
    "Forecasts!",
    "an entry of `domains` must be lower-case letters, digits and hyphens, found the text `Forecasts!`",
    "change an entry of `domains` to lower-case letters, digits and hyphens (stable name, lower case with hyphens)",
  ],
  [
    "a word close to one of few",
    (small) => small.edit(group, "status: chartered", "status: charted"),
    "charted",
    "`status` cannot be `charted`; did you mean `chartered`?",
    "write `chartered`",
  ],
  [
    "a word that is none of few",
    (small) => small.edit(group, "status: chartered", "status: happy"),
    "happy",
    "`status` cannot be `happy`",
    "write one of `chartered`, `uncharted`, `forming` and `retired`",
  ],
  [
    "a kind that does not exist",
    (small) => small.edit("procedures.yml", "kind: approval", "kind: acclaim"),
    "acclaim",
    "`kind` must be one of `lazy-consensus`, `vote` and `approval`, found the text `acclaim`",
    "change `kind` to one of `lazy-consensus`, `vote` and `approval` (accepted unless somebody blocks)",
  ],
  [
    "a duration",
    (small) => small.edit(group, "5 business days", "5 bizdays"),
    "5 bizdays",
    "`within` must be a duration such as `5 business days`, `7 days`, `6 months`, found the text `5 bizdays`",
    "change `within` to a duration such as `5 business days`, `7 days`, `6 months` (length of the veto window)",
  ],
  [
    "a day",
    (small) => small.edit(group, "until: 2027-06-30", "until: 30 June 2027"),
    "30 June 2027",
    "`until` must be a day of the calendar, written as `2027-06-30`, found the text `30 June 2027`",
    "change `until` to a day of the calendar, written as `2027-06-30` (last day on which it applies)",
  ],
  [
    "a link",
    (small) => small.edit(group, "adopted: https://example.org/decisions/7", "adopted: decision 7"),
    "decision 7",
    "`adopted` must be a link that starts with https://, found the text `decision 7`",
    "change `adopted` to a link that starts with https:// (link to the decision that grants it; without one the group recommends and Core decides)",
  ],
  [
    "empty text",
    (small) => small.edit(group, "name: Forecasts", 'name: ""'),
    '""',
    "`name` must be text that is not empty, found empty text",
    "change `name` to text that is not empty (name as people write it)",
  ],
  [
    "long text",
    (small) => small.edit(group, "name: Forecasts", `name: ${"x".repeat(2001)}`),
    "x".repeat(2001),
    `\`name\` must be at most 2000 characters, found the text \`${"x".repeat(59)}…\``,
    "change `name` to at most 2000 characters (name as people write it)",
  ],
  [
    "an empty list",
    (small) => small.edit(group, "types: [Standards Track]", "types: []"),
    "types",
    "`types` must be a list of at least 1, found a list of 0",
    "change `types` to a list of at least 1 (types of proposals it is for)",
  ],
  [
    "a long list",
    (small) => small.edit(group, "    domains: [forecasts]", `    domains: [${"forecasts, ".repeat(101)}]`),
    "domains",
    "`domains` must be a list of at most 100, found a list of 101",
    "change `domains` to a list of at most 100 (domains it is for; the group owns each)",
  ],
  [
    "a number that is too small",
    (small) => small.edit("procedures.yml", "needed: 1", "needed: 0"),
    "0",
    "`needed` must be at least 1, found `0`",
    "change `needed` to at least 1 (how many must say yes)",
  ],
  [
    "a number that is too large",
    (small) => small.edit("procedures.yml", "quorum: 0.5", "quorum: 50"),
    "50",
    "`quorum` must be at most 1, found `50`",
    "change `quorum` to at most 1 (share of active members who must take part, recused ones left out)",
  ],
  [
    "half a person",
    (small) => small.edit("procedures.yml", "needed: 1", "needed: 1.5"),
    "1.5",
    "`needed` must be a whole number, found `1.5`",
    "change `needed` to a whole number (how many must say yes)",
  ],
  [
    "an id that is no id",
    (small) => small.edit("project.yml", "  lead-maintainers:\n", "  Lead Maintainers:\n"),
    "Lead Maintainers",
    "the key `Lead Maintainers` must be lower-case letters, digits and hyphens",
    "rename the key to lower-case letters, digits and hyphens",
  ],
  ["an empty file", (small) => small.with("people.yml", ""), "", "the file is empty", "write its keys: `affiliations` and `people`"],
  [
    "a file that is a list",
    (small) => small.with("people.yml", "- noor\n- ravi\n"),
    "- noor",
    "the file must be a set of keys, found a list",
    "change the file to a set of keys (People, their accounts, organisations and levels.)",
  ],
  [
    "a name close to a known one",
    (small) => small.edit(group, "procedure: wg-consensus", "procedure: wg-concensus"),
    "wg-concensus",
    "no procedure `wg-concensus` in procedures.yml; did you mean `wg-consensus`?",
    "write `wg-consensus`, or define `wg-concensus` in procedures.yml",
  ],
  [
    "a voter who alone is needed",
    (small) => small.edit("people.yml", "affiliation: independent", "affiliation: Orbit"),
    "Juno",
    "with `Juno` recused as author or sponsor, the 2 consents from 2 organisations that `wg-consensus` asks (procedures.yml:3) cannot be reached",
    "name a voter of another organisation, or proposals of `Juno` go to Core",
  ],
  [
    "a group that can never decide",
    (small) => small.edit("procedures.yml", "needed: 2, organisations: 2", "needed: 4, organisations: 2"),
    "wg-consensus",
    "`wg-consensus` (procedures.yml:3) can never end with yes here: 4 persons must say yes, and the group has 3",
    "name more voters, or delegate by a procedure that asks for fewer",
  ],
  [
    "people who cannot act yet",
    (small) => small.edit("people.yml", ", id: 1006", "").edit("people.yml", ", id: 1007", ""),
    "noor",
    "2 of 6 people have no numeric id, and cannot act until pinned: `noor` and `ravi`",
    "add each account's `id`, as https://api.github.com/users/<login> gives it",
  ],
  [
    "a term that ends tomorrow",
    (small) => small.edit(group, "until: 2027-12-31", "until: 2026-11-24"),
    "2026-11-24",
    "the term of `noor` ends on 2026-11-24, tomorrow",
    "enter the new term, or name a successor",
  ],
  [
    "a tab",
    (small) => small.edit("procedures.yml", "  - id: wg-vote", "\t- id: wg-vote"),
    "\t",
    "a tab is used for indentation; YAML allows only spaces",
    "replace the tab by two spaces",
  ],
  [
    "a bracket that is never closed",
    (small) => small.edit(group, "owns: [forecasts]", "owns: [forecasts"),
    "[",
    "the bracket that opens here is not closed with `]`",
    "add `]`, or indent the lines that belong inside",
  ],
  [
    "a quote that is never closed",
    (small) => small.edit("domains.yml", "description: How the project is organised.", "description: 'How the project is organised."),
    "'",
    "the quote that begins here is never closed",
    "add the closing quote",
  ],
  [
    "a mapping that is never closed",
    (small) => small.edit(group, "{ person: Juno, since: 2026-02-01 }", "{ person: Juno, since: 2026-02-01"),
    "{",
    "the bracket that opens here is not closed with `}`",
    "add `}`, or indent the lines that belong inside",
  ],
  [
    "a key that is indented too far",
    (small) => small.edit(group, "\ncontact:", "\n  contact:"),
    "c",
    "this line is indented, so that it continues the value before it",
    "align it with the keys beside it",
  ],
  [
    "a key without its colon",
    (small) => small.edit(group, "\nleads:", "\nleads"),
    "l",
    "this line is no key with a value: it has no colon",
    "add the colon after the key",
  ],
  [
    "a first line without a colon",
    (small) => small.edit(group, "id: forecasts-wg", "id forecasts-wg"),
    "i",
    "this line is no key with a value: it has no colon",
    "add the colon after the key",
  ],
  [
    "an entry that is not aligned",
    (small) => small.edit(group, "  - { person: ravi }", " - { person: ravi }"),
    "",
    "this line is not aligned with its neighbours",
    "align it with the keys or entries beside it",
  ],
  [
    "a character that may not begin text",
    (small) => small.edit(group, "name: Forecasts", "name: @forecasts"),
    "@",
    "not valid YAML: plain value cannot start with reserved character @",
    "correct this line; text that holds `: ` or ` #`, or begins with one of `[]{}&*!|>@%`, belongs in quotes",
  ],
  [
    "text with a colon",
    (small) => small.edit(group, "name: Forecasts", "name: Forecasts: all of them"),
    "F",
    "a second colon in one line",
    "put text that holds a colon in quotes, and check the indentation of this line",
  ],
];

describe("a problem says what was found, what was expected, and what to do", () => {
  it.each(wording)("%s", (_, edit, underlined, message, fix) => {
    const constitution = edit(smallConstitution());

    const [problem, ...others] = constitution.load().problems;

    expect(others).toEqual([]);
    expect(problem).toMatchObject({ message, fix });
    const line = constitution.text(problem?.file ?? "").split("\n")[(problem?.line ?? 0) - 1] ?? "";
    const start = (problem?.column ?? 0) - 1;
    if (underlined !== "") expect(line.slice(start, start + (problem?.length ?? 0))).toBe(underlined);
  });
});
