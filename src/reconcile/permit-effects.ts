import type { Effect } from "../domain/effect.ts";
import type { ProjectFile } from "../governance/schema/index.ts";
import { assertNever } from "../kernel/assert-never.ts";

interface WithheldEffect {
  readonly effect: Effect;
  /** Why, for the receipt. */
  readonly why: string;
}

export interface Permitted {
  readonly permitted: readonly Effect[];
  readonly withheld: readonly WithheldEffect[];
}

/**
 * What the project lets Steward write: nothing in `observe` or while paused, comment and check in `advise`. A plan keeps to it
 * already; this is the last gate before GitHub, and it knows no exception.
 */
export function permitEffects(effects: readonly Effect[], project: Pick<ProjectFile, "mode" | "paused">): Permitted {
  const allow = project.paused ? () => "paused: true in project.yml" : reasonByMode(project.mode);
  const judged = effects.map((effect) => ({ effect, why: allow(effect) }));
  return {
    permitted: judged.flatMap(({ effect, why }) => (why === null ? [effect] : [])),
    withheld: judged.flatMap(({ effect, why }) => (why === null ? [] : [{ effect, why }])),
  };
}

function reasonByMode(mode: ProjectFile["mode"]): (effect: Effect) => string | null {
  switch (mode) {
    case "observe":
      return () => "mode: observe writes nothing";
    case "advise":
      return (effect) => (isAdvice(effect) ? null : "mode: advise writes comment and check only");
    case "enforce":
      return () => null;
    default:
      return assertNever(mode);
  }
}

function isAdvice(effect: Effect): boolean {
  switch (effect.kind) {
    case "create-comment":
    case "update-comment":
    case "delete-comment":
    case "create-check":
    case "update-check":
      return true;
    case "create-label":
    case "add-labels":
    case "remove-label":
    case "request-reviewers":
    case "react":
    case "suggest-line":
    case "commit-file":
    case "approve":
    case "dismiss-approval":
      return false;
    default:
      return assertNever(effect);
  }
}
