import { operation } from "../http/operation.ts";
import * as view from "../view/index.ts";
import { findIssue } from "./find.ts";

const reads = ["issues:read", "pull_requests:read"] as const;

export const issueEventOperations = [
  operation(
    "issues/list-events-for-timeline",
    { on: "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline", needs: reads },
    (context) => {
      const { hub, repository, path, page } = context;
      return page(view.timelineOf(findIssue(repository, path.issue_number))).map((item) => view.timelineItem(hub, item));
    },
  ),
];
