import { isAtLeast, roleOf } from "../access/roles.ts";
import { setCollaborator } from "../acts/accounts.ts";
import { createComment } from "../acts/comments.ts";
import { commitFiles } from "../acts/files.ts";
import { openIssue } from "../acts/issues.ts";
import { createLabel } from "../acts/labels.ts";
import { askForChecks, makeGroup } from "../acts/merge-queue.ts";
import { moveRef } from "../acts/move-ref.ts";
import { openPull } from "../acts/pulls.ts";
import { createRepository, deleteRepository, forkRepository } from "../acts/repositories.ts";
import type { Hub } from "../hub.ts";
import type { BranchProtection, Repository, Role, Ruleset, RulesetRule } from "../store/index.ts";
import { type Files, parseFiles } from "./content.ts";
import { accountNamed, actorFor, actorNamed, issueNumbered, repositoryNamed } from "./lookup.ts";

export interface NewPullRequest {
  readonly by: string;
  readonly title: string;
  readonly body?: string;
  /** Made from the base branch when absent, in a fork unless the author may push. */
  readonly branch: string;
  readonly files: Files;
  readonly base?: string;
  readonly draft?: boolean;
  readonly message?: string;
}

/** Repositories and what is in them; `owner/name` names one. */
export class Repositories {
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** A repository with a first commit on its default branch. */
  repository(
    fullName: string,
    given: { description?: string; private?: boolean; defaultBranch?: string; files?: Files; message?: string } = {},
  ): { readonly id: number; readonly head: string } {
    const [owner = "", name = ""] = fullName.split("/");
    const account = accountNamed(this.#hub, owner);
    const defaultBranch = given.defaultBranch ?? "main";
    const actor = actorFor(this.#hub, account);
    const record = createRepository(this.#hub, actor, {
      owner: account,
      name,
      description: given.description ?? null,
      isPrivate: given.private ?? false,
      defaultBranch,
      initialCommit: false,
    });
    const changes = parseFiles(record, given.files ?? {});
    const head = commitFiles(this.#hub, actor, record, { branch: defaultBranch, message: given.message ?? "Initial commit", changes });
    return { id: record.id, head };
  }

  deleteRepository(fullName: string): void {
    const record = repositoryNamed(this.#hub, fullName);
    deleteRepository(this.#hub, actorFor(this.#hub, record.owner), record);
  }

  fork(fullName: string, login: string): string {
    const record = repositoryNamed(this.#hub, fullName);
    const actor = actorNamed(this.#hub, login);
    const fork = forkRepository(this.#hub, actor, record, actor.account, record.name);
    return `${fork.owner.login}/${fork.name}`;
  }

  collaborator(fullName: string, login: string, role: Role | null): void {
    const record = repositoryNamed(this.#hub, fullName);
    setCollaborator(this.#hub, actorFor(this.#hub, record.owner), record, accountNamed(this.#hub, login), role);
  }

  protect(fullName: string, branch: string, protection: Partial<BranchProtection>): void {
    const complete = { requiredChecks: [], requiredApprovals: 0, enforceAdmins: false, ...protection };
    repositoryNamed(this.#hub, fullName).protections.set(branch, complete);
  }

  /** Adds a ruleset, for the default branch unless said; beside it, what `protect` says holds too. Gives its id. */
  ruleset(
    fullName: string,
    given: Partial<Pick<Ruleset, "name" | "branches" | "bypass" | "enforcement">> & { readonly rules: readonly RulesetRule[] },
  ): number {
    const now = this.#hub.clock.milliseconds();
    const id = this.#hub.store.nextId();
    const { name = "Gate", branches = ["~DEFAULT_BRANCH"], bypass = [], enforcement = "active", rules } = given;
    repositoryNamed(this.#hub, fullName).rulesets.push({ id, name, branches, bypass, enforcement, rules, createdAt: now, updatedAt: now });
    return id;
  }

  removeRuleset(fullName: string, id: number): void {
    const { rulesets } = repositoryNamed(this.#hub, fullName);
    const index = rulesets.findIndex((ruleset) => ruleset.id === id);
    if (index === -1) throw new Error(`${fullName} has no ruleset ${id}.`);
    rulesets.splice(index, 1);
  }

  /** Commits on a branch, as anyone with the right to push; a missing branch starts from the default one. Gives the commit. */
  commit(fullName: string, branch: string, files: Files, given: { by?: string; message?: string } = {}): string {
    const record = repositoryNamed(this.#hub, fullName);
    const actor = given.by === undefined ? actorFor(this.#hub, record.owner) : actorNamed(this.#hub, given.by);
    this.#ensureBranch(record, branch, record.defaultBranch, actor.account.login);
    return commitFiles(this.#hub, actor, record, { branch, message: given.message ?? "Change files", changes: parseFiles(record, files) });
  }

  deleteBranch(fullName: string, branch: string, by: string): void {
    moveRef(this.#hub, actorNamed(this.#hub, by), repositoryNamed(this.#hub, fullName), `refs/heads/${branch}`, null);
  }

  /** Opens a pull request with one commit, forking first where the author may not push. Gives its number. */
  pullRequest(fullName: string, given: NewPullRequest): number {
    const base = repositoryNamed(this.#hub, fullName);
    const actor = actorNamed(this.#hub, given.by);
    const mayPush = isAtLeast(roleOf(this.#hub, actor.account, base), "write");
    const home = mayPush ? base : forkRepository(this.#hub, actor, base, actor.account, base.name);
    const baseRef = given.base ?? base.defaultBranch;
    const start = base.refs.get(`refs/heads/${baseRef}`);
    const ref = `refs/heads/${given.branch}`;
    if (start !== undefined && !home.refs.has(ref)) moveRef(this.#hub, actor, home, ref, start);
    commitFiles(this.#hub, actor, home, {
      branch: given.branch,
      message: given.message ?? given.title,
      changes: parseFiles(home, given.files),
    });
    const pull = openPull(this.#hub, actor, base, {
      title: given.title,
      body: given.body ?? null,
      baseRef,
      head: { repository: home, ref: given.branch },
      draft: given.draft ?? false,
      maintainerCanModify: true,
    });
    return pull.issue.number;
  }

  issue(fullName: string, given: { by: string; title: string; body?: string }): number {
    const record = repositoryNamed(this.#hub, fullName);
    return openIssue(this.#hub, actorNamed(this.#hub, given.by), record, { title: given.title, body: given.body ?? null }).number;
  }

  /** Lets the next issue or pull request of a repository take this number, when no higher one was taken yet. */
  nextNumber(fullName: string, number: number): void {
    const record = repositoryNamed(this.#hub, fullName);
    if (number <= record.lastNumber) throw new Error(`${fullName} has used the number ${number} already.`);
    record.lastNumber = number - 1;
  }

  comment(fullName: string, number: number, by: string, body: string): number {
    return createComment(this.#hub, actorNamed(this.#hub, by), issueNumbered(this.#hub, fullName, number), body).id;
  }

  label(fullName: string, label: { name: string; color?: string; description?: string }): void {
    const record = repositoryNamed(this.#hub, fullName);
    const text = { name: label.name, color: label.color ?? null, description: label.description ?? null };
    createLabel(this.#hub, actorFor(this.#hub, record.owner), record, text);
  }

  /** Asks for the checks of a merge group that no queue holds: nothing follows from them. `enqueuePullRequest` is the queue itself. */
  mergeGroup(fullName: string, number: number): { readonly headSha: string; readonly headRef: string } {
    const { repository, pull } = issueNumbered(this.#hub, fullName, number);
    if (!pull) throw new Error(`${fullName}#${number} is no pull request.`);
    const baseSha = repository.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha;
    const group = makeGroup(this.#hub, pull, baseSha);
    askForChecks(this.#hub, pull, group);
    return group;
  }

  #ensureBranch(record: Repository, branch: string, from: string, by: string): void {
    const start = record.refs.get(`refs/heads/${from}`);
    if (record.refs.has(`refs/heads/${branch}`) || start === undefined) return;
    moveRef(this.#hub, actorNamed(this.#hub, by), record, `refs/heads/${branch}`, start);
  }
}
