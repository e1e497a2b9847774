/**
 * Words behind a slash that people write for someone else than Steward, by the reason: never answered with a guess.
 * None is a command of Steward's.
 */
const wordsByReason = {
  "GitHub's own menu of slash commands": "alerts code details duplicate saved-replies table tasklist template templates todo",
  "commands of Prow, which many repositories run":
    "approve area assign auto-cc bark cc cherry-pick cherrypick check-cla easycla honk joke kind label lifecycle lint lock meow milestone " +
    "ok-to-test override pony priority reopen retest retest-required retitle remove-hold remove-kind remove-label remove-lgtm shrug sig " +
    "skip test test-all transfer-issue triage unassign uncc unlabel unlock verify-owners woof",
  "commands of other bots for merging, building and reviewing":
    "ask azp backport bench benchmark build canary cancel changelog ci cla deploy describe fix format gemini improve merge opencode pipeline " +
    "pr preview publish queue rebase rebuild recheck release rerun restart resolve review run snapshot squash stage stageblog start stop summarize " +
    "summary sync update",
  "methods and parts of the Model Context Protocol, with which lines of prose begin":
    "apps batch client completion completions connect elicitation events extensions initialize initialized logging mcp message messages " +
    "notifications ping prompt prompts read resource resources roots rpc sampling schema server servers session sessions spec specification " +
    "sse stream subscribe subscriptions task tasks tool tools unsubscribe",
  "paths of web services":
    "admin api apis assets auth authorize callback docs graphql health healthz index introspect jwks keys login logout me metrics oauth " +
    "openapi public readyz register revoke search static token tokens upload uploads user users userinfo v1 v2 webhook webhooks well-known",
  "folders of file systems and repositories":
    "bin blog boot data dev dist doc etc examples home lib media mnt opt package packages proc root run sbin scripts seps src srv sys temp tests tmp " +
    "usr users var volumes workspace workspaces",
} as const;

export const foreignWords: ReadonlySet<string> = new Set(Object.values(wordsByReason).flatMap((words) => words.split(" ")));
