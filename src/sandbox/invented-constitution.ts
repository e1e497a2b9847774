import { parse, parseDocument, stringify } from "yaml";
import type { SourceFile } from "../domain/source-file.ts";
import { GroupFile, PeopleFile } from "../governance/schema/index.ts";
import { inventedLogin, inventedOrganisation } from "./invented-names.ts";

/** Fewest seats with which a chartered group can act: two leads, five voters of four organisations. */
const leastLeads = 2;
const leastVoters = 5;

export interface InventedConstitution {
  readonly files: readonly SourceFile[];
  /** Every login that occurs in people.yml, several accounts of one person included. */
  readonly logins: readonly string[];
}

/**
 * The constitution with people who do not exist in every seat: groups, domains, delegations and rules stay as they are.
 * Logins in `keep` are not replaced (people whom the caller invented already). Chartered groups with empty seats get
 * more invented people, and terms that ended are reopened, so that each can be tried. `idOf` gives GitHub's numeric id.
 */
export function inventConstitution(
  files: readonly SourceFile[],
  options: {
    readonly repository: string;
    /** Takes the place of the conformance repository, where the source names one. */
    readonly conformance: string;
    readonly isReal: (login: string) => boolean;
    readonly idOf: (login: string) => number;
  },
): InventedConstitution {
  const cast = new Cast(options.isReal);
  const people = PeopleFile.parse(parse(textOf(files, "people.yml")));
  const renamed = people.people.map((person) => cast.rename(person));
  const groups = files
    .filter((file) => file.path.startsWith("groups/"))
    .map((file) => ({ path: file.path, group: GroupFile.parse(parse(file.text)) }));
  const seated = groups.map(({ path, group }) => ({ path, group: seat(group, cast) }));
  const everyone = [...renamed, ...cast.added].map((person) => ({
    ...person,
    accounts: person.accounts.map((account) => ({ ...account, id: account.id ?? options.idOf(account.login) })),
  }));
  const recorder = everyone.find((person) => person.levels.some(({ level }) => level === "maintainer")) ?? everyone[0];

  const replaced = new Map<string, string>([
    ["people.yml", header("people") + stringify({ people: everyone })],
    ["project.yml", projectText(textOf(files, "project.yml"), options, recorder?.accounts[0]?.login)],
    ...seated.map(({ path, group }): [string, string] => [path, header("group", "../") + stringify(group)]),
  ]);
  return {
    files: files.map((file) => ({ path: file.path, text: replaced.get(file.path) ?? file.text })),
    logins: everyone.flatMap((person) => person.accounts.map(({ login }) => login)),
  };
}

type Person = PeopleFile["people"][number];
type Seat = GroupFile["leads"][number];

/** Who plays whom: stable for one constitution, since people are met in the order of the file. */
class Cast {
  readonly added: Person[] = [];
  readonly #isReal: (login: string) => boolean;
  readonly #stage = new Map<string, string>();
  readonly #organisations = new Map<string, string>();
  #next = 0;

  constructor(isReal: (login: string) => boolean) {
    this.#isReal = isReal;
  }

  rename(person: Person): Person {
    const main = person.accounts[0]?.login ?? "";
    if (!this.#isReal(main)) return person;
    const stageName = inventedLogin(this.#next++);
    const accounts = person.accounts.map((account, index) => {
      const login = index === 0 ? stageName : `${stageName}-${index + 1}`;
      this.#stage.set(account.login.toLowerCase(), login);
      return { login };
    });
    return {
      accounts,
      affiliation: person.affiliation === "independent" ? "independent" : this.#organisation(person.affiliation ?? `of ${main}`),
      levels: person.levels.map(({ level, since }) => ({ level, ...(since && { since }) })),
      emeritus: person.emeritus,
      away: [],
    };
  }

  /** Login on stage of a login in the source. */
  of(login: string): string {
    return this.#stage.get(login.toLowerCase()) ?? login;
  }

  /** One more member, of an organisation of their own. */
  add(): string {
    const login = inventedLogin(this.#next++);
    this.added.push({
      accounts: [{ login }],
      affiliation: inventedOrganisation(this.#next),
      levels: [{ level: "member" }],
      emeritus: [],
      away: [],
    });
    return login;
  }

  #organisation(real: string): string {
    const known = this.#organisations.get(real);
    if (known) return known;
    const invented = inventedOrganisation(this.#organisations.size);
    this.#organisations.set(real, invented);
    return invented;
  }
}

function seat(group: GroupFile, cast: Cast): GroupFile {
  const onStage = ({ person, since, term }: Seat): Seat => ({ person: cast.of(person), ...(since && { since }), ...(term && { term }) });
  const leads = group.leads.map(onStage);
  const members = group.members.map(onStage).filter((member) => !leads.some((lead) => lead.person === member.person));
  if (group.kind === "working-group" && group.status === "chartered") {
    while (leads.length < leastLeads) leads.push({ person: cast.add() });
    while (leads.length + members.length < leastVoters) members.push({ person: cast.add() });
  }
  return { ...group, leads, members };
}

/** Comments and order stay: only what must differ in a sandbox is set. */
function projectText(
  text: string,
  { repository, conformance }: { readonly repository: string; readonly conformance: string },
  recorder: string | undefined,
): string {
  const document = parseDocument(text);
  document.set("repository", repository);
  if (document.has("conformance")) document.setIn(["conformance", "repository"], conformance);
  document.set("mode", "enforce");
  document.set("paused", false);
  if (recorder) document.set("recorders", [recorder]);
  return document.toString();
}

function textOf(files: readonly SourceFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`The constitution has no ${path}.`);
  return file.text;
}

const header = (schema: string, up = "./"): string =>
  `# yaml-language-server: $schema=${up}schema/${schema}.schema.json\n# Everyone in this file is invented.\n`;
