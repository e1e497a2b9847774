import type { Places, StatusData } from "../render/index.ts";
import { type Mode, type PlanInput, resolveMode } from "./plan-input.ts";

/** What every message needs, whatever it is about. */
export function statusContext(input: PlanInput): Pick<StatusData, "governance" | "mode" | "places" | "author"> {
  const { rules, snapshot } = input;
  const { author } = snapshot.pullRequest;
  return {
    governance: rules.governance,
    mode: displayMode(input),
    places: placesOf(input),
    author: { login: author.login, callable: !author.bot && author.id !== null },
  };
}

/** Paused shows what it would show if it ran. */
export function displayMode(input: PlanInput): Mode {
  const mode = resolveMode(input);
  return mode === "paused" ? "observe" : mode;
}

function placesOf({ rules, snapshot, recordUrl }: PlanInput): Places {
  const { url, headSha } = snapshot.pullRequest;
  return {
    repository: url.replace(/\/pull\/\d+$/, ""),
    headSha,
    rulesCommit: rules.governance.commit,
    rulesFolder: `${rules.folder}/`,
    record: recordUrl ?? null,
  };
}
