import type { Operation } from "../http/operation.ts";
import { appOperations } from "./apps.ts";
import { checkOperations } from "./checks.ts";
import { commentOperations } from "./comments.ts";
import { commitOperations } from "./commits.ts";
import { contentOperations } from "./contents.ts";
import { gitOperations } from "./git-data.ts";
import { issueEventOperations } from "./issue-events.ts";
import { issueOperations } from "./issues.ts";
import { labelOperations } from "./labels.ts";
import { organizationOperations } from "./orgs.ts";
import { pullOperations } from "./pulls.ts";
import { repositoryOperations } from "./repos.ts";
import { reviewCommentOperations } from "./review-comments.ts";
import { reviewerOperations } from "./reviewers.ts";
import { reviewOperations } from "./reviews.ts";
import { ruleOperations } from "./rules.ts";
import { searchOperations } from "./search.ts";
import { statusOperations } from "./statuses.ts";
import { teamOperations } from "./teams.ts";
import { userOperations } from "./users.ts";

/** Every REST operation that the stand-in answers; others get GitHub's 404. */
export const operations: readonly Operation[] = [
  ...appOperations,
  ...checkOperations,
  ...commentOperations,
  ...commitOperations,
  ...contentOperations,
  ...gitOperations,
  ...issueEventOperations,
  ...issueOperations,
  ...labelOperations,
  ...organizationOperations,
  ...pullOperations,
  ...repositoryOperations,
  ...reviewCommentOperations,
  ...reviewOperations,
  ...ruleOperations,
  ...reviewerOperations,
  ...searchOperations,
  ...statusOperations,
  ...teamOperations,
  ...userOperations,
];
