import { timestamp } from "../clock.ts";
import { requiredChecks } from "../facts/branch-rules.ts";
import type { Hub } from "../hub.ts";
import type { Repository, Ruleset, RulesetRule } from "../store/index.ts";
import { commit } from "./commit.ts";
import { nodeId } from "./node-id.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

/** `bypass` says whether the reader may see who passes it: whoever may change the ruleset. */
export function ruleset(hub: Hub, repository: Repository, record: Ruleset, bypass: boolean): Schemas["repository-ruleset"] {
  return {
    ...rulesetInList(hub, repository, record),
    conditions: { ref_name: { include: record.branches.map((name) => (name.startsWith("~") ? name : `refs/heads/${name}`)), exclude: [] } },
    rules: record.rules.map(rule),
    ...(bypass
      ? { bypass_actors: record.bypass.map(({ type, id, mode }) => ({ actor_id: id, actor_type: type, bypass_mode: mode })) }
      : {}),
  };
}

export function rulesetInList(hub: Hub, repository: Repository, record: Ruleset): Schemas["repository-ruleset"] {
  return {
    id: record.id,
    name: record.name,
    target: "branch",
    source_type: "Repository",
    source: `${repository.owner.login}/${repository.name}`,
    enforcement: record.enforcement,
    node_id: nodeId("Ruleset", record.id),
    _links: {
      self: { href: `${repositoryUrl(hub, repository)}/rulesets/${record.id}` },
      html: { href: `${repositoryPage(hub, repository)}/rules/${record.id}` },
    },
    created_at: timestamp(record.createdAt),
    updated_at: timestamp(record.updatedAt),
  };
}

/** A rule as it stands on a branch, with the ruleset that it comes from. */
export function branchRule(repository: Repository, record: Ruleset, one: RulesetRule): Schemas["repository-rule-detailed"] {
  return {
    ...rule(one),
    ruleset_source_type: "Repository",
    ruleset_source: `${repository.owner.login}/${repository.name}`,
    ruleset_id: record.id,
  };
}

function rule(one: RulesetRule) {
  switch (one.type) {
    case "required_status_checks":
      return {
        type: one.type,
        parameters: {
          strict_required_status_checks_policy: false,
          do_not_enforce_on_create: false,
          required_status_checks: one.checks.map(({ name, appId }) => ({
            context: name,
            ...(appId === null ? {} : { integration_id: appId }),
          })),
        },
      };
    case "pull_request":
      return {
        type: one.type,
        parameters: {
          dismiss_stale_reviews_on_push: false,
          require_code_owner_review: one.codeOwners ?? false,
          require_last_push_approval: false,
          required_approving_review_count: one.approvals,
          required_review_thread_resolution: false,
        },
      };
    case "merge_queue":
      return {
        type: one.type,
        parameters: {
          check_response_timeout_minutes: 60,
          grouping_strategy: "ALLGREEN" as const,
          max_entries_to_build: 5,
          max_entries_to_merge: 5,
          merge_method: "MERGE" as const,
          min_entries_to_merge: 1,
          min_entries_to_merge_wait_minutes: 5,
        },
      };
  }
}

/** A branch with what the older protection shows of itself to every reader; `protected` counts rulesets in. */
export function branch(hub: Hub, repository: Repository, name: string, sha: string): Schemas["branch-with-protection"] {
  const url = `${repositoryUrl(hub, repository)}/branches/${name}`;
  const protection = repository.protections.get(name);
  return {
    name,
    commit: commit(hub, repository, sha),
    _links: { self: url, html: `${repositoryPage(hub, repository)}/tree/${name}` },
    protected: protection !== undefined || requiredChecks(repository, name).length > 0,
    protection: {
      enabled: protection !== undefined,
      required_status_checks: {
        enforcement_level: protection ? (protection.enforceAdmins ? "everyone" : "non_admins") : "off",
        ...checksOf(repository, name),
      },
    },
    protection_url: `${url}/protection`,
  };
}

export function branchProtection(hub: Hub, repository: Repository, name: string): Schemas["branch-protection"] | undefined {
  const protection = repository.protections.get(name);
  if (!protection) return undefined;
  const url = `${repositoryUrl(hub, repository)}/branches/${name}/protection`;
  return {
    url,
    required_status_checks: { url: `${url}/required_status_checks`, strict: false, ...checksOf(repository, name) },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: protection.enforceAdmins },
    required_linear_history: { enabled: false },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}

function checksOf(repository: Repository, name: string) {
  const checks = repository.protections.get(name)?.requiredChecks ?? [];
  return { contexts: checks.map((check) => check.name), checks: checks.map((check) => ({ context: check.name, app_id: check.appId })) };
}
