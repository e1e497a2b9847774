import { timestamp } from "../clock.ts";
import type { Commit, Signature } from "../git/index.ts";
import type { Hub } from "../hub.ts";
import type { Account, Repository } from "../store/index.ts";
import { simpleUser } from "./account.ts";
import { nodeId } from "./node-id.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

/** A commit of the "commits" API: Git's own facts with the accounts behind them. */
export function commit(hub: Hub, repository: Repository, sha: string): Schemas["commit"] {
  const record = repository.objects.knownCommit(sha);
  const url = repositoryUrl(hub, repository);
  return {
    url: `${url}/commits/${sha}`,
    sha,
    node_id: nodeId("Commit", `${repository.id}:${sha}`),
    html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
    comments_url: `${url}/commits/${sha}/comments`,
    commit: {
      url: `${url}/git/commits/${sha}`,
      author: gitUser(record.author),
      committer: gitUser(record.committer),
      message: record.message,
      comment_count: 0,
      tree: { sha: record.tree, url: `${url}/git/trees/${record.tree}` },
      verification: unsigned,
    },
    author: signer(hub, record.author),
    committer: signer(hub, record.committer),
    parents: parents(hub, repository, record),
  };
}

/** A commit of the "Git database" API. */
export function gitCommit(hub: Hub, repository: Repository, sha: string) {
  const record = repository.objects.knownCommit(sha);
  const url = repositoryUrl(hub, repository);
  return {
    sha,
    node_id: nodeId("Commit", `${repository.id}:${sha}`),
    url: `${url}/git/commits/${sha}`,
    html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
    author: gitUser(record.author),
    committer: gitUser(record.committer),
    message: record.message,
    tree: { sha: record.tree, url: `${url}/git/trees/${record.tree}` },
    parents: parents(hub, repository, record),
    verification: unsigned,
  } satisfies Schemas["git-commit"];
}

/** The form of a commit inside webhook payloads. */
export function simpleCommit(repository: Repository, sha: string): Schemas["simple-commit"] {
  const record = repository.objects.knownCommit(sha);
  return {
    id: sha,
    tree_id: record.tree,
    message: record.message,
    timestamp: timestamp(record.committer.seconds * 1_000),
    author: { name: record.author.name, email: record.author.email },
    committer: { name: record.committer.name, email: record.committer.email },
  };
}

/** The address that ties a commit to an account without showing a real one. */
export function noreplyEmail(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}

/** The account whose noreply or public address signed. */
export function accountOf(hub: Hub, signature: Signature): Account | undefined {
  const [, id] = /^(\d+)\+[^@]*@users\.noreply\.github\.com$/.exec(signature.email) ?? [];
  if (id !== undefined) return hub.store.accountsById.get(Number(id));
  return [...hub.store.accounts.values()].find((account) => account.email === signature.email);
}

const unsigned: Schemas["verification"] = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

function gitUser(signature: Signature) {
  return { name: signature.name, email: signature.email, date: timestamp(signature.seconds * 1_000) };
}

function signer(hub: Hub, signature: Signature) {
  const account = accountOf(hub, signature);
  return account ? simpleUser(hub, account) : null;
}

function parents(hub: Hub, repository: Repository, record: Commit) {
  return record.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(hub, repository)}/commits/${sha}`,
    html_url: `${repositoryPage(hub, repository)}/commit/${sha}`,
  }));
}
