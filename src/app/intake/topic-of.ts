import type { Topic } from "../topic.ts";
import type { WebhookPayload } from "./webhook-payload.ts";

/** This App, as it is known so far: its login is null until GitHub has been asked for it. */
export interface Self {
  readonly appId: number;
  /** `steward[bot]`; brackets cannot stand in a person's login. */
  readonly login: string | null;
}

/**
 * What a delivery asks to look at, or null when nothing that Steward shows can depend on it. An event only says where to look:
 * a pass reads everything again, so that a wrong guess here costs a few requests, and a missed one waits for the sweep.
 */
export function topicOf(event: string, payload: WebhookPayload, self: Self): Topic | null {
  if (isEcho(event, payload, self)) return null;
  return readers.get(event)?.(payload, self) ?? null;
}

/** What the App's own bot may do that others must still hear of: its pull requests have checks like any other. */
const heardFromSelf = new Set(["pull_request.opened", "pull_request.reopened", "pull_request.synchronize", "pull_request.closed", "push."]);

/** Steward never answers itself. What others do to its comments, labels and checks is theirs, and is heard. */
function isEcho(event: string, payload: WebhookPayload, self: Self): boolean {
  if (payload.sender?.type !== "Bot" || payload.sender.login !== self.login) return false;
  return !heardFromSelf.has(`${event}.${payload.action ?? ""}`);
}

type Reader = (payload: WebhookPayload, self: Self) => Topic | null;

const pullRequest: Reader = ({ repository, pull_request }) =>
  repository && pull_request ? { kind: "pull-request", repositoryId: repository.id, pullRequest: pull_request.number } : null;

const wholeRepository: Reader = ({ repository }) => (repository ? { kind: "repository", repositoryId: repository.id } : null);

const installations: Reader = () => ({ kind: "installations" });

const onlyFor =
  (actions: readonly string[], reader: Reader): Reader =>
  (payload, self) =>
    actions.includes(payload.action ?? "") ? reader(payload, self) : null;

/** What a person says may count; what an App says never does. Edits and deletions may be of Steward's own, or of what has counted. */
const comment: Reader = ({ action, repository, issue, sender }) => {
  if (!repository || !issue || issue.pull_request === undefined) return null;
  if (action === "created" && sender?.type === "Bot") return null;
  return { kind: "pull-request", repositoryId: repository.id, pullRequest: issue.number };
};

const askedAgain =
  (part: "check_run" | "check_suite"): Reader =>
  ({ repository, [part]: run }, self) =>
    repository && run?.app?.id === self.appId ? { kind: "head", repositoryId: repository.id, headSha: run.head_sha } : null;

const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    pull_request: pullRequest,
    pull_request_review: pullRequest,
    issue_comment: comment,
    check_run: onlyFor(["rerequested", "requested_action"], askedAgain("check_run")),
    check_suite: onlyFor(["rerequested"], askedAgain("check_suite")),
    merge_group: onlyFor(["checks_requested"], ({ repository, merge_group }) =>
      repository && merge_group ? { kind: "merge-group", repositoryId: repository.id, headSha: merge_group.head_sha } : null,
    ),
    push: ({ repository, ref }) =>
      repository?.default_branch !== undefined && ref === `refs/heads/${repository.default_branch}`
        ? { kind: "default-branch", repositoryId: repository.id }
        : null,
    label: onlyFor(["created", "edited", "deleted"], wholeRepository),
    repository: onlyFor(["renamed", "transferred", "edited", "unarchived"], wholeRepository),
    installation: installations,
    installation_repositories: installations,
    installation_target: installations,
  } satisfies Record<string, Reader>),
);
