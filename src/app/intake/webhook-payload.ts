import { z } from "zod";

const Id = z.int().nonnegative();
const Number31 = z.int().positive().max(2_147_483_647);
const Sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const Run = z.object({ head_sha: Sha, app: z.object({ id: Id }).nullish() });

/** The fields of GitHub's payloads that are used, and no others. */
export const WebhookPayload = z.object({
  action: z.string().max(100).optional(),
  sender: z.object({ id: Id, login: z.string(), type: z.string() }).optional(),
  installation: z.object({ id: Id }).nullish(),
  repository: z
    .object({ id: Id, name: z.string(), owner: z.object({ login: z.string() }), default_branch: z.string().optional() })
    .optional(),
  pull_request: z.object({ number: Number31 }).optional(),
  issue: z.object({ number: Number31, pull_request: z.unknown().optional() }).optional(),
  comment: z
    .object({ id: Id, body: z.string().nullish(), performed_via_github_app: z.object({ id: Id, slug: z.string().nullish() }).nullish() })
    .optional(),
  check_run: Run.optional(),
  check_suite: Run.optional(),
  merge_group: z.object({ head_sha: Sha }).optional(),
  ref: z.string().optional(),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;
