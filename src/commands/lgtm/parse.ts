import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandLine, type CommandProblem, quoted } from "../reading/index.ts";

export type Lgtm = { readonly kind: "yes"; readonly digest: string | null } | { readonly kind: "cancel" } | { readonly kind: "force" };

/**
 * `/lgtm`, `/lgtm cancel`, `/lgtm <digest>`. Nothing else may stand behind it: "/lgtm once the tests pass" is no yes, and a digest
 * that is cut too short is not the head's.
 */
export function parseLgtm({ argument }: CommandLine): Result<Lgtm, CommandProblem> {
  const said = argument.trim().replace(/^[.!\s]+$/, "");
  const plain = said.toLowerCase().replace(/[.!]+$/, "");
  if (plain === "") return ok({ kind: "yes", digest: null });
  if (plain === "cancel" || plain === "force") return ok({ kind: plain });
  if (/^(sha256:)?[0-9a-f]{1,64}(…|\.\.\.)?$/i.test(said)) return ok({ kind: "yes", digest: said });
  return err({
    message: `${quoted(said)} stands behind it, and a yes has no conditions`,
    expected: "nothing, `cancel`, or the digest of the text that is meant",
    example: "/lgtm",
  });
}
