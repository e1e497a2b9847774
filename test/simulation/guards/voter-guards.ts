import { type Guard, guard, unseen } from "./guard.ts";

const electorate = "src/commands/opening/electorate.ts";
const settleElectorate = "src/core/decide/settle-electorate.ts";
const resolveActor = "src/core/decide/resolve-actor.ts";
const advance = "src/core/decide/advance.ts";
const countPart = "src/procedures/count-part.ts";

const thaw = `this.record = { ...this.record, decisions: this.record.decisions.map((each) => each.closed ? each : { ...each,
      parts: each.parts.map((part) => ({ ...part, electorate: freezeElectorate(part.authority, { ...this.#context, record: this.record, at: NOW }) })) }) };`;

/** Whose acts count. */
export const voterGuards: readonly Guard[] = [
  {
    name: "self-approval: authors vote on their own",
    rule: "O6",
    edits: [
      { file: electorate, find: "!own.has(person) && ", put: "" },
      {
        file: settleElectorate,
        find: 'if (governance.rules["act-on-own"] === "recused" && facts.authors.has(person)) return "author";',
        put: "",
      },
    ],
  },
  unseen(
    guard(
      "becoming an author removes nobody",
      "O6",
      settleElectorate,
      'if (governance.rules["act-on-own"] === "recused" && facts.authors.has(person)) return "author";',
      "",
    ),
    "authors of a history stay the same",
  ),
  {
    name: "frozen electorate: additions act at once",
    rule: "O6",
    edits: [
      {
        file: advance,
        find: 'import { foldEvent } from "../ledger/index.ts";',
        put: 'import { foldEvent } from "../ledger/index.ts";\nimport { freezeElectorate } from "../../commands/opening/electorate.ts";',
      },
      {
        file: advance,
        find: "const late = reopenFor(",
        put: `${thaw.replace("NOW", "act.at")}\n    const late = reopenFor(`,
      },
      {
        file: advance,
        find: "const drafts = settle(this.record",
        put: `${thaw.replace("NOW", "at")}\n      const drafts = settle(this.record`,
      },
    ],
  },
  guard("removals wait for the next decision", "O6", settleElectorate, 'return seated ? null : "left-roster";', "return null;"),
  guard("a recused voter stays in what is open", "O7", settleElectorate, 'if (record.recused.includes(person)) return "recused";', ""),
  {
    name: "recusal changes nothing",
    rule: "O7",
    edits: [
      { file: settleElectorate, find: 'if (record.recused.includes(person)) return "recused";', put: "" },
      { file: electorate, find: " && !record.recused.includes(person)", put: "" },
    ],
  },
  guard(
    "who comes back after a ballot votes again in what is open",
    "O7",
    "src/commands/unrecuse/index.ts",
    "if (!left || decision.spoke.includes(actor.key)) return [];",
    "if (!left) return [];",
  ),
  {
    name: "dedupe: each account of a person is a voter",
    rule: "T6",
    edits: [
      {
        file: electorate,
        find: "[{ person: id, login: person.login, accounts, organisation: organisationOf(person) }]",
        put: "accounts.map((account, index) => ({ person: index === 0 ? id : `${id}+${account}`, login: person.login, accounts, organisation: organisationOf(person) }))",
      },
      {
        file: resolveActor,
        find: "key: person?.id ?? `account:${id}` };",
        put: "key: person ? (person.accounts.find((each) => each.id !== null)?.id === id ? person.id : `${person.id}+${id}`) : `account:${id}` };",
      },
      {
        file: settleElectorate,
        find: 'function isSeated(person: string, authority: string, { groups, authorities, people }: DecideContext["governance"], now: Instant): boolean {',
        put: 'function isSeated(account: string, authority: string, { groups, authorities, people }: DecideContext["governance"], now: Instant): boolean {\n  const person = account.split("+")[0] ?? account;',
      },
    ],
  },
  guard(
    "two ballots of one person both stand",
    "V1",
    "src/core/ledger/fold-decision.ts",
    "ballots: [...without(decision.ballots, fact.person), ballot], spoke:",
    "ballots: [...decision.ballots, ballot], spoke:",
  ),
  guard(
    "unpinned accounts act by their login",
    "T6",
    resolveActor,
    "accounts.some((account) => account.id === id)",
    "accounts.some((account) => account.id === id || (account.id === null && account.login === actor.login))",
  ),
  guard("people without a pinned account are voters", "O6", electorate, "return accounts.length === 0 ? [] : [{", "return [{"),
  {
    name: "bots act",
    rule: "T6",
    edits: [
      { file: resolveActor, find: "if (actor.bot || actor.id === null)", put: "if (actor.id === null)" },
      { file: "src/core/decide/gather-acts.ts", find: "&& !actor.bot && actor.id", put: "&& actor.id" },
    ],
  },
  guard(
    "the sponsor's consent counts",
    "C1",
    countPart,
    '...(excluding.includes("sponsor") && decision.sponsor !== null ? [decision.sponsor] : []),',
    "",
  ),
  guard(
    "a group decides with whoever is left",
    "O1",
    countPart,
    "return others.length < fewest || organisationsAmong(others) < fewest;",
    "return false;",
  ),
  guard(
    "a group opens with fewer than two who can act",
    "O1",
    "src/commands/opening/why-cannot-open.ts",
    "const short = whyShort(authority, fewest, context);",
    "const short = null;",
  ),
  guard("voters that are left of one organisation decide", "O1", countPart, " || organisationsAmong(others) < fewest;", ";"),
];
