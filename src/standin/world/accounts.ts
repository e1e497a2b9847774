import { randomBytes } from "node:crypto";
import {
  addMember,
  addTeamMember,
  createAccount,
  createOrganization,
  createTeam,
  grantTeam,
  removeMember,
  removeTeamMember,
} from "../acts/accounts.ts";
import type { Hub } from "../hub.ts";
import type { Organization, Role, Team } from "../store/index.ts";
import { accountNamed, actorFor, organizationNamed, repositoryNamed, teamNamed } from "./lookup.ts";

export interface NewUser {
  /** GitHub's numeric id; one is given when absent. */
  readonly id?: number;
  readonly name?: string;
  readonly email?: string;
  /** A fixed token, for worlds that are made again; a random one when absent. */
  readonly token?: string;
}

export interface NewTeam {
  readonly description?: string;
  readonly privacy?: Team["privacy"];
  /** Slug of the team above it. */
  readonly parent?: string;
  readonly members?: readonly string[];
  readonly maintainers?: readonly string[];
  /** By `owner/name`. */
  readonly repositories?: Readonly<Record<string, Role>>;
}

/** People, organisations and teams. */
export class Accounts {
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** A person, with a token that acts as that person. */
  user(login: string, given: NewUser = {}): { readonly id: number; readonly login: string; readonly token: string } {
    const account = createAccount(this.#hub, login, "User", given);
    return { id: account.id, login, token: this.token(login, given.token) };
  }

  /** A further token of a person. */
  token(login: string, value = `ghp_${randomBytes(18).toString("hex")}`): string {
    this.#hub.store.tokens.set(value, { kind: "user", account: accountNamed(this.#hub, login), via: null });
    return value;
  }

  /** Every bot and mannequin is an account without a token. */
  other(login: string, kind: "Bot" | "Mannequin", given: NewUser = {}): { readonly id: number } {
    return { id: createAccount(this.#hub, login, kind, given).id };
  }

  /** What the account wrote stays, shown as the ghost's; its tokens die. */
  deleteUser(login: string): void {
    const account = accountNamed(this.#hub, login);
    for (const organization of this.#hub.store.organizations.values())
      removeMember(this.#hub, actorFor(this.#hub, organization.account), organization, account);
    account.deleted = true;
    this.#hub.store.accounts.delete(login.toLowerCase());
  }

  /** The old login is free at once, as on GitHub. */
  renameUser(login: string, to: string): void {
    const account = accountNamed(this.#hub, login);
    this.#hub.store.accounts.delete(login.toLowerCase());
    account.login = to;
    this.#hub.store.addAccount(account);
  }

  organization(
    login: string,
    given: { basePermission?: Organization["basePermission"]; owners?: readonly string[]; members?: readonly string[] } = {},
  ): { readonly id: number } {
    const organization = createOrganization(this.#hub, login, given.basePermission ?? "read");
    for (const owner of given.owners ?? []) this.member(login, owner, "admin");
    for (const member of given.members ?? []) this.member(login, member);
    return { id: organization.account.id };
  }

  /** `hidden` members do not show that they belong, as is the default on GitHub; here it is not, for readable worlds. */
  member(organizationLogin: string, login: string, role: "admin" | "member" = "member", visibility: "public" | "hidden" = "public"): void {
    const organization = organizationNamed(this.#hub, organizationLogin);
    const account = accountNamed(this.#hub, login);
    if (visibility === "public") organization.publicMembers.add(account);
    addMember(this.#hub, actorFor(this.#hub, organization.account), organization, account, role);
  }

  removeMember(organizationLogin: string, login: string): void {
    const organization = organizationNamed(this.#hub, organizationLogin);
    removeMember(this.#hub, actorFor(this.#hub, organization.account), organization, accountNamed(this.#hub, login));
  }

  team(organizationLogin: string, name: string, given: NewTeam = {}): { readonly id: number; readonly slug: string } {
    const organization = organizationNamed(this.#hub, organizationLogin);
    const team = createTeam(this.#hub, actorFor(this.#hub, organization.account), organization, {
      name,
      description: given.description ?? null,
      privacy: given.privacy ?? "closed",
      parent: given.parent === undefined ? null : teamNamed(this.#hub, `${organizationLogin}/${given.parent}`),
    });
    const fullName = `${organizationLogin}/${team.slug}`;
    for (const login of given.members ?? []) this.teamMember(fullName, login);
    for (const login of given.maintainers ?? []) this.teamMember(fullName, login, "maintainer");
    for (const [repository, role] of Object.entries(given.repositories ?? {})) this.grantTeam(fullName, repository, role);
    return { id: team.id, slug: team.slug };
  }

  /** `team` is `organisation/slug`. */
  teamMember(team: string, login: string, role: "member" | "maintainer" = "member"): void {
    const record = teamNamed(this.#hub, team);
    addTeamMember(this.#hub, actorFor(this.#hub, record.organization.account), record, accountNamed(this.#hub, login), role);
  }

  removeTeamMember(team: string, login: string): void {
    const record = teamNamed(this.#hub, team);
    removeTeamMember(this.#hub, actorFor(this.#hub, record.organization.account), record, accountNamed(this.#hub, login));
  }

  grantTeam(team: string, repository: string, role: Role): void {
    const record = teamNamed(this.#hub, team);
    grantTeam(this.#hub, actorFor(this.#hub, record.organization.account), record, repositoryNamed(this.#hub, repository), role);
  }
}
