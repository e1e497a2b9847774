import { z } from "zod";
import { type Gate, GitHubFault, type Known, RateLimited } from "../../ports/github.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

const Repository = z.object({ default_branch: z.string() });

/** Rules of active rulesets on a branch, the organisation's included (repos/get-branch-rules). */
const Rules = z.array(
  z.object({
    type: z.string(),
    ruleset_id: z.number().int().optional(),
    parameters: z
      .object({
        require_code_owner_review: z.boolean().optional(),
        required_status_checks: z.array(z.object({ context: z.string(), integration_id: z.number().int().nullish() })).optional(),
      })
      .nullish(),
  }),
);

/** Seen by whoever may write the ruleset only; others get it without (repos/get-repo-ruleset). */
const Ruleset = z.object({
  bypass_actors: z
    .array(z.object({ actor_id: z.number().int().nullish(), actor_type: z.string(), bypass_mode: z.string().optional() }))
    .nullish(),
});

/** Classic protection, as far as anyone may see it (repos/get-branch). */
const Branch = z.object({
  protection: z
    .object({
      enabled: z.boolean().optional(),
      required_status_checks: z
        .object({
          contexts: z.array(z.string()),
          checks: z.array(z.object({ context: z.string(), app_id: z.number().int().nullish() })).optional(),
        })
        .nullish(),
    })
    .optional(),
});

interface Requirement {
  readonly app: number | null;
}

/** Where rulesets and classic protection both name the check, the stricter one holds: GitHub asks for all of them. */
export async function readGate(context: RepositoryContext): Promise<Gate> {
  const { client, checkName, self } = context;
  const repository = repositoryRoute(context);
  const { default_branch: branch } = await client.call(Repository, "the default branch", (request) =>
    request("GET /repos/{owner}/{repo}", repository),
  );
  const rules = await known(() =>
    client.call(Rules, `the rules of ${branch}`, (request) =>
      request("GET /repos/{owner}/{repo}/rules/branches/{branch}", { ...repository, branch, per_page: 100 }),
    ),
  );
  const classic = await known(() =>
    client.call(Branch, `the protection of ${branch}`, (request) =>
      request("GET /repos/{owner}/{repo}/branches/{branch}", { ...repository, branch }),
    ),
  );
  const named = [
    ...(rules.known ? rules.value : []).flatMap(({ parameters }) =>
      (parameters?.required_status_checks ?? []).map(({ context: name, integration_id }) => ({ name, app: integration_id ?? null })),
    ),
    ...requiredByProtection(classic.known ? classic.value : {}),
  ].filter(({ name }) => name === checkName);
  return {
    branch,
    requirement: toRequirement(named, self.appId, [rules, classic]),
    bypass: rules.known ? await readBypass(context, rules.value) : rules,
    mergeQueue: rules.known ? { known: true, value: rules.value.some(({ type }) => type === "merge_queue") } : rules,
    codeOwnerReview: toCodeOwnerReview(rules, classic),
  };
}

/** Classic protection shows its reviews to administrators only: where it stands and no ruleset asks, nobody else can tell. */
function toCodeOwnerReview(rules: Known<z.infer<typeof Rules>>, classic: Known<z.infer<typeof Branch>>): Gate["codeOwnerReview"] {
  if (!rules.known) return rules;
  if (rules.value.some(({ parameters }) => parameters?.require_code_owner_review)) return { known: true, value: true };
  if (!classic.known) return classic;
  return classic.value.protection?.enabled
    ? { known: false, why: "the older branch protection shows its reviews to administrators only" }
    : { known: true, value: false };
}

function requiredByProtection({ protection }: z.infer<typeof Branch>): readonly (Requirement & { readonly name: string })[] {
  const required = protection?.enabled === false ? null : protection?.required_status_checks;
  if (!required) return [];
  // -1 stands for any App, as null does.
  if (required.checks) return required.checks.map(({ context: name, app_id: app }) => ({ name, app: app === -1 ? null : (app ?? null) }));
  return required.contexts.map((name) => ({ name, app: null }));
}

function toRequirement(named: readonly Requirement[], appId: number, asked: readonly Known<unknown>[]): Gate["requirement"] {
  if (named.some(({ app }) => app === appId)) return { known: true, value: "pinned" };
  if (named.some(({ app }) => app === null)) return { known: true, value: "unpinned" };
  if (named.length > 0) return { known: true, value: "other-app" };
  const unread = asked.find((each) => !each.known);
  return unread !== undefined && !unread.known ? unread : { known: true, value: "not-required" };
}

/** Of the rulesets that ask for the check: only their gaps let anyone past it. */
async function readBypass(context: RepositoryContext, rules: z.infer<typeof Rules>): Promise<Gate["bypass"]> {
  const asking = rules.filter(({ parameters }) => parameters?.required_status_checks?.some((check) => check.context === context.checkName));
  const actors = new Set<string>();
  for (const id of new Set(asking.flatMap(({ ruleset_id }) => ruleset_id ?? []))) {
    const ruleset = await known(() =>
      context.client.call(Ruleset, `ruleset ${id}`, (request) =>
        request("GET /repos/{owner}/{repo}/rulesets/{ruleset_id}", { ...repositoryRoute(context), ruleset_id: id, includes_parents: true }),
      ),
    );
    if (!ruleset.known) return ruleset;
    const { bypass_actors: bypass } = ruleset.value;
    if (!bypass) return { known: false, why: `who may bypass ruleset ${id} is shown only to those who may change it` };
    for (const { actor_type, actor_id } of bypass) actors.add(actor_id ? `${actor_type} ${actor_id}` : actor_type);
  }
  return { known: true, value: [...actors].sort() };
}

/** What GitHub refuses to show is unknown, with the reason; all other faults are thrown. */
async function known<T>(run: () => Promise<T>): Promise<Known<T>> {
  try {
    return { known: true, value: await run() };
  } catch (error) {
    const isRefused = error instanceof GitHubFault && !(error instanceof RateLimited) && (error.status === 403 || error.status === 404);
    if (isRefused) return { known: false, why: error.message };
    throw error;
  }
}
