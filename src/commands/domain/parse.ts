import { err, ok, type Result } from "../../kernel/result.ts";
import type { CommandLine, CommandProblem } from "../reading/index.ts";

/** Ids as written, in lower case, parted by spaces or commas, each once; the first is the primary domain. */
export function parseDomains({ argument }: CommandLine): Result<readonly string[], CommandProblem> {
  const words = argument
    .toLowerCase()
    .replaceAll(/[`"']/g, "")
    .split(/[\s,]+/)
    .filter((word) => word !== "" && word !== "domain:");
  if (words.length > 0) return ok([...new Set(words)]);
  return err({ message: "No domain is named.", expected: "ids of domains, the primary one first", example: "/domain id" });
}
