import type { ContextCheck } from "../check.ts";
import { abstractLong } from "./abstract-long.ts";
import { createdInFuture } from "./created-in-future.ts";
import { createdLongAgo } from "./created-long-ago.ts";
import { numberNotPullRequest } from "./number-not-pull-request.ts";
import { numberPending } from "./number-pending.ts";
import { prOfAnother } from "./pr-of-another.ts";
import { sectionMissing } from "./section-missing.ts";
import { sponsorNotEligible } from "./sponsor-not-eligible.ts";
import { statusDiffers } from "./status-differs.ts";

/** Every check that needs the pull request or the constitution; to add one, write its file and list it here. */
export const contextChecks: readonly ContextCheck[] = [
  numberPending,
  numberNotPullRequest,
  prOfAnother,
  statusDiffers,
  createdInFuture,
  createdLongAgo,
  sponsorNotEligible,
  sectionMissing,
  abstractLong,
];
