import { canSee } from "../access/authorize.ts";
import { Fail } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Issue } from "../store/index.ts";
import * as view from "../view/index.ts";

/** Search shows the first thousand of what it finds. */
const mostFound = 1_000;

export const searchOperations = [
  operation("search/issues-and-pull-requests", { on: "GET /search/issues" }, ({ hub, caller, query, page }) => {
    const terms = splitTerms(query.q ?? "");
    if (terms.length === 0) {
      throw new Fail(422, "Validation Failed", { errors: [{ resource: "Search", field: "q", code: "missing" }] });
    }
    const isIssue = terms.includes("is:issue") || terms.includes("type:issue");
    const isPull = terms.includes("is:pr") || terms.includes("is:pull-request") || terms.includes("type:pr");
    if (caller.kind === "installation" && isIssue === isPull) {
      throw new Fail(422, "Validation Failed", {
        errors: [{ resource: "Search", field: "q", code: "invalid", message: "Query must include 'is:issue' or 'is:pull-request'" }],
      });
    }
    const visible = [...hub.store.repositories.values()].filter((repository) => canSee(hub, caller, repository));
    const found = visible.flatMap((repository) =>
      [...repository.issues.values()].filter((issue) => terms.every((term) => matches(issue, term))),
    );
    const sorted = found.sort(
      (a, b) => (query.sort === "updated" ? b.updatedAt - a.updatedAt : b.createdAt - a.createdAt) || b.number - a.number,
    );
    if (query.order === "asc") sorted.reverse();
    return {
      total_count: sorted.length,
      incomplete_results: false,
      search_type: "lexical" as const,
      items: page(sorted.slice(0, mostFound)).map((issue) => {
        const { body, closed_by, state_reason, ...rest } = view.issue(hub, issue);
        const { reactions, performed_via_github_app, parent_issue_url, labels, author_association, ...item } = rest;
        return {
          ...item,
          labels: [...issue.labels].map((label) => view.label(hub, issue.repository, label)),
          author_association: author_association ?? "NONE",
          state_reason: state_reason ?? null,
          ...(body ? { body } : {}),
          score: 1,
        };
      }),
    };
  }),
];

function splitTerms(query: string): string[] {
  return query.match(/-?\w+:"[^"]*"|"[^"]*"|\S+/g) ?? [];
}

function matches(issue: Issue, term: string): boolean {
  if (term.startsWith("-")) return !matches(issue, term.slice(1));
  const [, key = "", raw = ""] = /^(\w+):(.*)$/.exec(term) ?? [];
  const value = raw.replaceAll('"', "").toLowerCase();
  const { repository, pull } = issue;
  switch (key) {
    case "repo":
      return `${repository.owner.login}/${repository.name}`.toLowerCase() === value;
    case "org":
    case "user":
      return repository.owner.login.toLowerCase() === value;
    case "is":
    case "type":
    case "state":
      return matchesKind(issue, value);
    case "label":
      return value.split(",").some((name) => [...issue.labels].some((label) => label.name.toLowerCase() === name));
    case "author":
      return issue.author.login.toLowerCase() === value;
    case "assignee":
      return [...issue.assignees].some((account) => account.login.toLowerCase() === value);
    case "draft":
      return String(pull?.draft ?? false) === value;
    case "":
      return `${issue.title}\n${issue.body ?? ""}`.toLowerCase().includes(term.replaceAll('"', "").toLowerCase());
    default:
      throw new Fail(422, "Validation Failed", {
        errors: [{ resource: "Search", field: "q", code: "invalid", message: `The stand-in does not know ${key}:` }],
      });
  }
}

function matchesKind(issue: Issue, kind: string): boolean {
  switch (kind) {
    case "issue":
      return issue.pull === null;
    case "pr":
    case "pull-request":
      return issue.pull !== null;
    case "open":
    case "closed":
      return issue.state === kind;
    case "merged":
      return issue.pull?.merged != null;
    case "draft":
      return issue.pull?.draft === true;
    case "locked":
      return issue.locked;
    default:
      return false;
  }
}
