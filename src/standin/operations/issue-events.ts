import { operation } from "../http/operation.ts";
import * as view from "../view/index.ts";
import { findIssue } from "./find.ts";

const reads = ["issues:read", "pull_requests:read"] as const;
const one = "/repos/{owner}/{repo}/issues/{issue_number}";

export const issueEventOperations = [
  operation("issues/list-events-for-timeline", { on: `GET ${one}/timeline`, needs: reads }, ({ hub, repository, path, page }) =>
    page(view.timelineOf(findIssue(repository, path.issue_number))).map((item) => view.timelineItem(hub, item)),
  ),
];
