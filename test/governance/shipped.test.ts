import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { presets, presetText } from "../../scripts/preset-text.ts";
import { changeClasses, proposalTypes } from "../../src/domain/proposal-vocabulary.ts";
import { type Governance, loadGovernance } from "../../src/governance/index.ts";
import { decideRoute } from "../../src/routing/route/index.ts";
import {
  type Facts,
  loadShipped,
  parseFact,
  readFact,
  readShipped,
  shippedFolders,
  shippedGovernance,
  type Taxonomy,
} from "../support/shipped-constitution.ts";

const today = "2026-11-23";
const shipped = shippedGovernance("governance", today);
const statusQuo = shippedGovernance("governance/presets/status-quo", today);
const releaseCycle = shippedGovernance("governance/presets/release-cycle", today);
const readme = readFileSync(join(import.meta.dirname, "..", "..", "governance", "README.md"), "utf8");
const textOf = (path: string): string => readShipped("governance").find((file) => file.path === path)?.text ?? "";

/** A group by id; throws where there is none, so that a test cannot pass on nothing. */
function group(governance: Governance, id: string) {
  const found = governance.groups.get(id);
  if (!found) throw new Error(`no group ${id}`);
  return found;
}

const personsOf = (governance: Governance, logins: readonly string[]): readonly string[] =>
  logins.map((login) => governance.personByLogin.get(login.toLowerCase()) ?? `nobody: ${login}`).toSorted();

describe("each shipped constitution", () => {
  test.each(shippedFolders)("%s can be applied as written", (folder) => {
    const { problems, governance } = loadShipped(folder, today);

    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(governance).not.toBeNull();
  });

  test.each(shippedFolders)("%s names its schema in the first line of every file", (folder) => {
    const toTop = folder === "governance" ? { file: "./", group: "../" } : { file: "../../", group: "../../../" };
    for (const { path, text } of readShipped(folder)) {
      const kind = path.startsWith("groups/") ? "group" : path.replace(".yml", "");
      const place = kind === "group" ? toTop.group : toTop.file;
      expect(`${path}: ${text.split("\n")[0]}`).toBe(`${path}: # yaml-language-server: $schema=${place}schema/${kind}.schema.json`);
    }
  });

  test.each(shippedFolders)("%s invents no numeric id", (folder) => {
    const ids = [...shippedGovernance(folder, today).people.values()].flatMap(({ accounts }) => accounts.map(({ id }) => id));

    expect(ids.filter((id) => id !== null)).toEqual([]);
  });

  test.each(shippedFolders)("%s lists nobody twice, by whatever account", (folder) => {
    const governance = shippedGovernance(folder, today);
    const { people, groups } = governance;
    const logins = [...people.values()].flatMap(({ accounts }) => accounts.map(({ login }) => login.toLowerCase()));
    const written = readShipped(folder).filter(({ path }) => path.startsWith("groups/"));

    expect(duplicates(logins)).toEqual([]);
    for (const { path, text } of written) {
      const seats = [...text.matchAll(/person: ([\w-]+)/g)].map(([, login = ""]) => login);
      expect(`${path}: ${duplicates(personsOf(governance, seats))}`).toBe(`${path}: `);
    }
    expect(groups.size).toBe(written.length);
  });

  test.each(shippedFolders)("%s gives no emeritus a seat or an authority (F02)", (folder) => {
    const { people, groups, authorities } = shippedGovernance(folder, today);
    const emeriti = [...people.values()].filter(({ emeritus }) => emeritus.length > 0).map(({ id }) => id);
    const holders = [
      ...[...groups.values()].flatMap(({ voters }) => voters.map(({ person }) => person)),
      ...[...authorities.values()].flatMap(({ members }) => members),
    ];

    expect(emeriti).toHaveLength(4);
    expect(holders.filter((id) => emeriti.includes(id))).toEqual([]);
  });

  test.each(shippedFolders)("%s delegates to no Interest Group, and to no group without a charter", (folder) => {
    const holders = [...shippedGovernance(folder, today).groups.values()].filter(({ delegations }) => delegations.length > 0);

    expect(holders.filter(({ kind, status }) => kind !== "working-group" || status !== "chartered")).toEqual([]);
  });

  test.each(shippedFolders)("%s excludes from no charter what the charter owns", (folder) => {
    for (const { id, owns, excludes } of shippedGovernance(folder, today).groups.values()) {
      const own = excludes.flatMap(({ domains }) => domains).filter((domain) => owns.includes(domain));
      expect({ id, own }).toEqual({ id, own: [] });
    }
  });
});

describe("who decides", () => {
  const withRoom = new Set(["tasks", "events", "apps", "registry", "skills", "interceptors", "files"]);

  test("a group decides additive and clarifying Standards Track SEPs of one delegated domain, and Core everything else", () => {
    const delegated = routesOf(shipped).filter(({ kind }) => kind === "group");

    expect(new Set(delegated.map(({ domain }) => domain))).toEqual(withRoom);
    expect(new Set(delegated.map(({ type }) => type))).toEqual(new Set(["Standards Track"]));
    expect(new Set(delegated.map(({ change }) => change))).toEqual(new Set(["additive", "clarification"]));
    expect(delegated).toHaveLength(withRoom.size * 2);
  });

  test("a group decides by consensus under a veto window of five business days", () => {
    for (const { route } of routesOf(shipped).filter(({ kind }) => kind === "group")) {
      expect(route).toMatchObject({
        procedure: "wg-consensus",
        oversight: { kind: "veto-window", by: "core-maintainers", within: "5 business days" },
        adopted: false,
      });
    }
  });

  test("on a real installation nothing is delegated until it is adopted", () => {
    expect(routesOf(shipped, "recommend").filter(({ kind }) => kind === "group")).toEqual([]);
  });

  test("a delegation acts on a real installation from the one line that adopts it", () => {
    const files = readShipped("governance").map((file) =>
      file.path === "groups/registry-wg.yml"
        ? { ...file, text: file.text.replace(/^ {4}adopted: null/m, "    adopted: https://example.org/1") }
        : file,
    );
    const adopted = loadGovernanceOf(files);

    const domains = routesOf(adopted, "recommend").filter(({ kind }) => kind === "group");

    expect(new Set(domains.map(({ domain }) => domain))).toEqual(new Set(["registry"]));
  });

  test("a SEP of a lead falls to Core where only two lead and nobody else votes (R5.19)", () => {
    for (const id of ["agents-wg", "triggers-events-wg", "skills-over-mcp-wg"]) {
      const author = group(shipped, id).leads[0]?.person ?? "";
      const mine = routesOf(shipped, "act", [author]).filter(
        ({ domain, kind }) => kind === "group" && group(shipped, id).owns.includes(domain),
      );
      expect({ id, mine }).toEqual({ id, mine: [] });
    }
  });

  test.each([
    ["the terms of both leads of Server Card ended on 14 August 2026 (F05)", "discovery", "lead-terms-ended"],
    ["no source names the leads of Transports (L4)", "transport", "no-lead"],
    ["the charter of SDK has no row for SEPs (R5.16)", "sdk", "no-delegation"],
    ["no group owns authorization (R5.18)", "authorization", "unowned"],
    ["no group owns the base protocol (R5.18)", "base-protocol", "unowned"],
  ])("Core decides because %s", (_, domain, code) => {
    const route = routesOf(shipped).find((each) => each.domain === domain && each.type === "Standards Track" && each.change === "additive");

    expect(route?.kind).toBe("core");
    expect(route?.route.reasons.map((reason) => reason.code)).toContain(code);
  });

  test.each(["status-quo", "release-cycle"] as const)("no group decides anything in preset %s (R0.1)", (id) => {
    const governance = id === "status-quo" ? statusQuo : releaseCycle;

    expect(routesOf(governance).filter(({ kind }) => kind !== "core")).toEqual([]);
  });

  test.each([
    ["governance written as Standards Track", { domain: "governance", type: "Standards Track", change: "additive" }],
    ["a Process SEP", { domain: "tasks", type: "Process", change: "additive" }],
    ["an Extensions Track SEP (G22)", { domain: "apps", type: "Extensions Track", change: "additive" }],
    ["an extension written as Standards Track (G22)", { domain: "skills", type: "Standards Track", change: "extension" }],
  ])("%s is reserved", (_, wanted) => {
    const found = routesOf(shipped).find(
      (each) => each.domain === wanted.domain && each.type === wanted.type && each.change === wanted.change,
    );

    expect(found?.route.reasons.map(({ code }) => code)).toContain("reserved");
  });

  test.each([{ deprecates: true }, { editsFinal: true }])("%j is reserved whatever the group may do otherwise", (facts) => {
    const route = decideRoute({ ...input(shipped, "registry", "Standards Track", "additive"), ...facts });

    expect(route.kind).toBe("core");
    expect(route.reasons.map(({ code }) => code)).toContain("reserved");
  });
});

describe("numbers that the rules give", () => {
  test("Core's vote lasts seven days, never closes early, and needs more than half of all eligible (L13, L14)", () => {
    expect(shipped.authorities.get("core-maintainers")?.procedure).toBe("core-vote");
    expect(shipped.procedures.get("core-vote")).toMatchObject({
      kind: "vote",
      window: "7 days",
      "early-close": false,
      threshold: "half-of-eligible",
    });
  });

  test("consensus of a group takes 5 or 10 days and two consents of two organisations, neither author nor sponsor (R5.6)", () => {
    expect(shipped.procedures.get("wg-consensus")).toMatchObject({
      window: { minor: "5 days", significant: "10 days" },
      consents: { needed: 2, organisations: 2, excluding: ["author", "sponsor"] },
      "on-block": "wg-vote",
    });
  });

  test("a group's vote needs half of the voters and a majority, two thirds on scope (R5.7)", () => {
    expect(shipped.procedures.get("wg-vote")).toMatchObject({ quorum: 0.5, threshold: "majority" });
    expect(shipped.procedures.get("wg-scope-vote")).toMatchObject({ quorum: 0.5, threshold: "two-thirds" });
  });

  test("governance is amended by two thirds of all, proposed by Lead Maintainers, after five days of comment (R9.4)", () => {
    const rule = shipped.project.amendments?.find(({ id }) => id === "amendment");

    expect(rule).toMatchObject({ "proposed-by": ["lead-maintainers"], comment: "5 days", by: "core-maintainers" });
    expect(shipped.procedures.get(rule?.procedure ?? "")).toMatchObject({ threshold: "two-thirds-of-eligible" });
  });

  test("charters change by a decision of Core, and not by the rule for the rest (R5.14)", () => {
    expect(shipped.project.amendments?.find(({ files }) => files.includes("groups/*.yml"))).toMatchObject({ by: "core-maintainers" });
  });

  test("Maintainers, Core and Lead Maintainers and leads of Working Groups may sponsor (G3)", () => {
    const may = [...shipped.ladder.levels, ...shipped.ladder["group-roles"]].filter((level) => level["may-sponsor"]);

    expect(may.map(({ id }) => id)).toEqual(["maintainer", "core-maintainer", "lead-maintainer", "lead"]);
  });

  test("six months without a sponsor make a SEP dormant, and nothing closes by itself (R4.3, G7)", () => {
    expect(shipped.lifecycle.timers.find(({ state }) => state === "proposal")).toMatchObject({ dormant: "6 months", closes: false });
    expect(shipped.lifecycle.timers.filter(({ closes }) => closes)).toEqual([]);
  });

  test("only after people who may sponsor were asked twice, and the last time before the six months end (S7)", () => {
    expect(shipped.lifecycle.timers.find(({ state }) => state === "proposal")).toMatchObject({ asks: 2, "ask-every": "60 days" });
  });

  test("accepting needs the sponsor's word on prototype, benefit and support, and three members may call a vote (R2.5, R5.7)", () => {
    expect(shipped.procedures.get("wg-consensus")).toMatchObject({ attestation: "required", "minor-needs-consents": false });
    expect(shipped.procedures.get("wg-vote")).toMatchObject({ "called-by-members": 3 });
  });

  test("Core, Lead Maintainers, leads concerned and the sponsor hold, for fourteen days (H1)", () => {
    expect(shipped.project.holds).toEqual({
      by: ["core-maintainers", "lead-maintainers", "group-lead", "sponsor"],
      lasts: "14 days",
    });
  });

  test("review windows of the release cycle close before their freezes begin (L10)", () => {
    const { "review-windows": windows, freezes } = releaseCycle.project.calendar;

    expect(windows.length).toBeGreaterThan(0);
    for (const { opens, closes } of [...windows, ...freezes]) expect(opens < closes).toBe(true);
    for (const window of windows)
      for (const freeze of freezes) expect(window.closes < freeze.opens || freeze.closes < window.opens).toBe(true);
  });
});

describe("what the files tell their readers", () => {
  test.each([...shipped.groups.keys()])("%s says at its top what is delegated, what is not, and which line would change it", (id) => {
    const top = textOf(`groups/${id}.yml`).split("\nid: ")[0] ?? "";

    expect(top).toMatch(/^# Delegated(?: \(proposed, G1\))?: /m);
    expect(top).toMatch(/^# Not delegated: /m);
    expect(top).toMatch(/^# The one line: /m);
    expect(top).toMatch(/^# Source: /m);
  });

  test("the README has a row for every domain with its owner, and for every group with its status, scope and delegation", () => {
    const rows = readme.split("\n").flatMap((line) => (line.startsWith("| `") ? line.replace(/ +\|/g, " |") : []));

    for (const { id, owner } of shipped.domains.values()) {
      const name = owner ? group(shipped, owner).name : "nobody";
      expect(rows.filter((row) => row.startsWith(`| \`${id}\` | ${name} |`))).toHaveLength(1);
    }
    for (const { id, status, owns, delegations } of shipped.groups.values()) {
      const scope = owns.length > 0 ? owns.map((domain) => `\`${domain}\``).join(", ") : "nothing";
      const delegated = delegations.length > 0 ? "proposed" : "nothing";
      expect(rows.filter((row) => new RegExp(`^\\| \`${id}\` \\| ${status}[^|]* \\| ${scope} \\| ${delegated}`).test(row))).toHaveLength(1);
    }
  });

  test.each(Array.from({ length: 26 }, (_, index) => `G${index + 1}`))("%s is settled in a comment of a file", (number) => {
    const comments = readShipped("governance").flatMap(({ text }) =>
      text.split("\n").flatMap((line) => /(?:^| )#(.*)$/.exec(line)?.[1] ?? []),
    );

    expect(comments.filter((comment) => new RegExp(`\\b${number}\\b`).test(comment))).not.toEqual([]);
  });

  test.each(presets)("what preset $id shares with governance/ is fresh", (preset) => {
    const folder = preset.id === "status-quo" ? "governance/presets/status-quo" : "governance/presets/release-cycle";
    const copies = new Map(readShipped(folder).map(({ path, text }) => [path, text]));
    const skipped = [...preset.without, ...preset.own].map((id) => `groups/${id}.yml`);
    const shared = readShipped("governance").filter(
      ({ path }) => preset.files.includes(path) || (path.startsWith("groups/") && !skipped.includes(path)),
    );

    const stale = shared.filter(({ path, text }) => copies.get(path) !== presetText(preset, path, text)).map(({ path }) => path);

    expect({ stale, remedy: "npm run presets" }).toEqual({ stale: [], remedy: "npm run presets" });
  });
});

const factsText = readFact("facts.yml");
const laterText = readFact("later.md");
const taxonomyText = readFact("domains.yml");
const withFacts = factsText === null || laterText === null || taxonomyText === null ? describe.skip : describe;

withFacts("against the facts (skipped where ../shared is absent)", () => {
  const facts = parseFact<Facts>(factsText ?? "{}");
  const taxonomy = parseFact<Taxonomy>(taxonomyText ?? "domains: []");
  const stated = `${factsText}\n${laterText}`.toLowerCase();
  const factOf = (login: string) => facts.people.find((person) => person.login.toLowerCase() === login.toLowerCase());

  test("Lead Maintainers are the two, and Core is they and the six Core Maintainers (L13)", () => {
    expect(shipped.authorities.get("lead-maintainers")?.members).toEqual(personsOf(shipped, facts.lead_maintainers));
    expect(shipped.authorities.get("core-maintainers")?.members).toEqual(
      personsOf(shipped, [...facts.lead_maintainers, ...facts.core_maintainers]),
    );
    expect(facts.core_maintainers).toHaveLength(6);
  });

  test("two accounts of one person are one person (F01)", () => {
    for (const { logins } of facts.same_person) expect(new Set(personsOf(shipped, logins)).size).toBe(1);
  });

  test("emeriti and moderators are those who are named", () => {
    const people = [...shipped.people.values()];

    expect(
      people
        .filter(({ emeritus }) => emeritus.length > 0)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(
      personsOf(
        shipped,
        facts.emeritus.map(({ login }) => login),
      ),
    );
    expect(
      people
        .filter(({ levels }) => levels.includes("community-moderator"))
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(personsOf(shipped, facts.community_moderators));
  });

  test("no account is invented", () => {
    const logins = [...shipped.people.values()].flatMap(({ accounts }) => accounts.map(({ login }) => login));

    expect(logins.filter((login) => !new RegExp(`(?<![\\w-])${login.toLowerCase()}(?![\\w-])`).test(stated))).toEqual([]);
  });

  test("names and organisations are those that the sources state", () => {
    for (const { login, name, accounts } of shipped.people.values()) {
      const names = accounts.flatMap((account) => factOf(account.login)?.name ?? []);
      expect({ login, name }).toEqual({ login, name: names[0] ?? null });
    }
    const { affiliations, people }: { affiliations: Record<string, string[]>; people: Written[] } = parse(textOf("people.yml"));
    const same = new Map(Object.entries(affiliations).flatMap(([name, others]) => [name, ...others].map((other) => [other, name])));
    for (const { accounts, affiliation } of people) {
      const said = accounts
        .flatMap(({ login }) => factOf(login)?.organisations ?? [])
        .map((each) => each.replace(/^Independent.*$/, "independent"));
      const login = accounts[0]?.login;
      expect({ login, stated: affiliation === undefined ? said.length === 0 : said.includes(affiliation) }).toEqual({
        login,
        stated: true,
      });
      expect({ login, organisations: new Set(said.map((each) => same.get(each) ?? each)).size <= 1 }).toEqual({
        login,
        organisations: true,
      });
    }
  });

  test("a Maintainer is listed under an SDK or a component, or holds the role of general maintainers", () => {
    const component = /SDK$|^(?:Inspector|Registry|Reference Servers|use-mcp)$|^MCPB/;
    const listed = facts.people.filter(
      ({ maintainers_md = [], access = [] }) => maintainers_md.some((heading) => component.test(heading)) || access.includes("maintainers"),
    );
    const expected = personsOf(
      shipped,
      listed.map(({ login }) => login),
    ).filter((id) => !personsOf(shipped, [...facts.lead_maintainers, ...facts.core_maintainers]).includes(id));
    const written = [...shipped.people.values()].filter(({ levels }) => levels.includes("maintainer")).map(({ id }) => id);

    expect(written.toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  test("a Member leads a chartered group and holds no higher level (R5.2)", () => {
    const leading = new Set([...shipped.groups.values()].flatMap(({ leads }) => leads.map(({ person }) => person)));
    const members = [...shipped.people.values()].filter(({ levels }) => levels.includes("member"));

    expect(members.filter(({ id, levels }) => !leading.has(id) || levels.length > 1)).toEqual([]);
  });

  test("every group that has or had a charter is there, and retired only where it was folded or replaced", () => {
    const replaced = new Set(["file-uploads-wg", "primitive-grouping-ig"]);
    for (const { id, kind, status } of facts.groups.filter(({ charter }) => charter)) {
      expect({ id, ...pick(group(shipped, id)) }).toEqual({
        id,
        kind: kind === "wg" ? "working-group" : "interest-group",
        status: replaced.has(id) || status === "folded" ? "retired" : "chartered",
      });
    }
  });

  test("no group is invented", () => {
    const later = new Set(["files-wg", "progressive-disclosure-wg"]);

    expect([...shipped.groups.keys()].filter((id) => !later.has(id) && !facts.groups.some((fact) => fact.id === id))).toEqual([]);
  });

  test.each([
    ["governance", shipped],
    ["status-quo", statusQuo],
  ] as const)("charters, teams, leads and voters of %s are those of the charters", (_, governance) => {
    for (const fact of facts.groups.filter(({ charter }) => charter)) {
      const found = group(governance, fact.id);
      if (found.status === "retired") continue;
      const leads = (fact.leads ?? fact.facilitators ?? []).map(({ login }) => login);
      expect({ id: fact.id, leads: found.leads.map(({ person }) => person).toSorted() }).toEqual({
        id: fact.id,
        leads: personsOf(governance, leads),
      });
      expect({ id: fact.id, charter: found.charter, team: found.team }).toEqual({
        id: fact.id,
        charter: fact.charter,
        team: fact.github_team ?? null,
      });
      if (fact.kind !== "wg" || fact.id === "sdk-wg") continue;
      const voting = (fact.members ?? []).filter(({ level }) => level !== "Participant").map(({ login }) => login);
      expect({ id: fact.id, voters: found.voters.map(({ person }) => person).toSorted() }).toEqual({
        id: fact.id,
        voters: [...new Set(personsOf(governance, [...leads, ...voting]))],
      });
    }
  });

  test("members of the SDK group are the maintainers of the official SDKs (F13)", () => {
    const maintainers = facts.people.filter(({ maintainers_md = [] }) => maintainers_md.some((heading) => heading.endsWith(" SDK")));

    expect(
      group(shipped, "sdk-wg")
        .voters.map(({ person }) => person)
        .toSorted(),
    ).toEqual([
      ...new Set(
        personsOf(
          shipped,
          maintainers.map(({ login }) => login),
        ),
      ),
    ]);
  });

  test("leads and members of the Files group are those of L2, and Transports has none (L4)", () => {
    const line = (laterText ?? "").split("\n").find((each) => each.startsWith("- L2 ")) ?? "";
    const [, leads = "", members = ""] = /Leads ([^()]+) \([^)]*\); members ([^.]+)\./.exec(line) ?? [];

    expect(
      group(shipped, "files-wg")
        .leads.map(({ person }) => person)
        .toSorted(),
    ).toEqual(personsOf(shipped, leads.split(", ")));
    expect(
      group(shipped, "files-wg")
        .voters.map(({ person }) => person)
        .toSorted(),
    ).toEqual(personsOf(shipped, [...leads.split(", "), ...members.split(", ")]));
    expect(group(shipped, "transports-wg").voters).toEqual([]);
  });

  test("domains, labels and the advice of groups are those of the taxonomy", () => {
    const same = (id: string): string => (id === "primitive-grouping-ig" ? "progressive-disclosure-wg" : id);

    expect([...shipped.domains.keys()]).toEqual(taxonomy.domains.map(({ id }) => id));
    for (const { id, label, advisory } of taxonomy.domains) {
      const domain = shipped.domains.get(id);
      const owner = domain?.owner ?? "";
      expect({ id, label: domain?.label, advisers: domain?.advisers.toSorted() }).toEqual({
        id,
        label,
        advisers: advisory
          .map(same)
          .filter((adviser) => adviser !== owner)
          .toSorted(),
      });
    }
  });

  test("owners are those of the charters of August, but for files and transport (L2, L4)", () => {
    const later = new Map([
      ["files", "files-wg"],
      ["transport", "transports-wg"],
    ]);
    for (const { id, owner } of taxonomy.domains) {
      expect({ id, owner: shipped.domains.get(id)?.owner }).toEqual({ id, owner: later.get(id) ?? owner });
      expect({ id, owner: statusQuo.domains.get(id)?.owner }).toEqual({ id, owner });
    }
  });
});

interface Written {
  readonly accounts: readonly { readonly login: string }[];
  readonly affiliation?: string;
}

const pick = ({ kind, status }: { kind: string; status: string }) => ({ kind, status });

function duplicates(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function loadGovernanceOf(files: ReturnType<typeof readShipped>): Governance {
  const { governance } = loadGovernance(files, { commit: null, today });
  if (!governance) throw new Error("cannot be loaded");
  return governance;
}

function input(
  governance: Governance,
  domain: string,
  type: (typeof proposalTypes)[number],
  change: (typeof changeClasses)[number],
): Parameters<typeof decideRoute>[0] {
  return {
    governance,
    type,
    change,
    classification: {
      domains: [{ id: domain, label: `domain: ${domain}`, score: 1, primary: true, touched: true, evidence: [] }],
      confident: true,
      doubts: [],
    },
    deprecates: false,
    editsFinal: false,
    authors: ["somebody-from-outside"],
    sponsor: null,
    exclusionsMet: [],
    proposedDelegations: "act",
    today,
  };
}

/** The route of a SEP in every domain, of every type and change class. */
function routesOf(
  governance: Governance,
  proposedDelegations: "act" | "recommend" = "act",
  authors: readonly string[] = ["somebody-from-outside"],
) {
  return [...governance.domains.keys()].flatMap((domain) =>
    proposalTypes.flatMap((type) =>
      changeClasses.map((change) => {
        const route = decideRoute({ ...input(governance, domain, type, change), authors, proposedDelegations });
        return { domain, type, change, kind: route.kind, route };
      }),
    ),
  );
}
