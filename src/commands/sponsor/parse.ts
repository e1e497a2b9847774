import { ok, type Result } from "../../kernel/result.ts";
import type { CommandLine, CommandProblem } from "../reading/index.ts";

/** `/sponsor`: whoever writes it; `/sponsor @login`: good for oneself only; `/sponsor group` and `/sponsor id`: the group (S3). */
export type Sponsoring =
  | { readonly kind: "person"; readonly login: string | null }
  /** Empty for the group that the actor answers for. */
  | { readonly kind: "group"; readonly written: string };

export function parseSponsoring({ argument }: CommandLine): Result<Sponsoring, CommandProblem> {
  const written = argument.trim();
  if (written === "" || written.startsWith("@")) return ok({ kind: "person", login: written === "" ? null : written.slice(1) });
  return ok({ kind: "group", written: written.toLowerCase() === "group" ? "" : written });
}
