import type {
  Account,
  App,
  CheckRun,
  CheckSuite,
  Comment,
  Installation,
  Issue,
  Organization,
  Pull,
  Repository,
  Team,
  Token,
} from "./records.ts";

/** Everything the stand-in knows, in plain maps. Only `src/standin/acts` changes it. */
export class Store {
  /** By lower-case login: users, organisations and bots share one namespace. */
  readonly accounts = new Map<string, Account>();
  readonly accountsById = new Map<number, Account>();
  readonly organizations = new Map<Account, Organization>();
  readonly teamsById = new Map<number, Team>();
  /** By lower-case `owner/name`. */
  readonly repositories = new Map<string, Repository>();
  readonly repositoriesById = new Map<number, Repository>();
  readonly apps = new Map<number, App>();
  readonly installations = new Map<number, Installation>();
  readonly tokens = new Map<string, Token>();
  /** Open pull requests by the branch they come from: `repositoryId:branch`. */
  readonly openByHead = new Map<string, Set<Pull>>();
  /** Open pull requests by the branch they go to. */
  readonly openByBase = new Map<string, Set<Pull>>();
  readonly issuesById = new Map<number, Issue>();
  readonly pullsById = new Map<number, Pull>();
  readonly commentsById = new Map<number, Comment>();
  readonly checkSuites = new Map<number, CheckSuite>();
  readonly checkRuns = new Map<number, CheckRun>();
  /** Stands in for accounts that were deleted. */
  readonly ghost: Account;
  #lastId = 1_000_000;

  constructor(now: number) {
    this.ghost = { id: 10137, login: "ghost", kind: "User", name: null, email: null, createdAt: now, updatedAt: now, deleted: false };
    this.addAccount(this.ghost);
  }

  /** Ids are unique over all kinds, so that an id of the wrong kind finds nothing. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  addAccount(account: Account): void {
    const key = account.login.toLowerCase();
    if (this.accounts.has(key)) throw new Error(`The login ${account.login} is taken.`);
    const holder = this.accountsById.get(account.id);
    if (holder && holder !== account) throw new Error(`${holder.login} has the id ${account.id} already.`);
    this.accounts.set(key, account);
    this.accountsById.set(account.id, account);
  }

  account(login: string): Account | undefined {
    return this.accounts.get(login.toLowerCase());
  }

  organization(login: string): Organization | undefined {
    const account = this.account(login);
    return account && this.organizations.get(account);
  }

  addRepository(repository: Repository): void {
    const key = `${repository.owner.login}/${repository.name}`.toLowerCase();
    if (this.repositories.has(key)) throw new Error(`The repository ${key} exists already.`);
    this.repositories.set(key, repository);
    this.repositoriesById.set(repository.id, repository);
  }

  repository(owner: string, name: string): Repository | undefined {
    return this.repositories.get(`${owner}/${name}`.toLowerCase());
  }
}
