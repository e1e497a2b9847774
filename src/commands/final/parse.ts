import { type FinalAttestation, parseAttestation } from "../../conformance/index.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { CommandLine, CommandProblem } from "../reading/index.ts";

const plain = (sentence: string) => sentence.replace(/[.\s]+$/, "");

/** The items, of which the first may stand on the line of the command; every mistake in them is named at once. */
export function parseFinal({ argument, body }: CommandLine): Result<FinalAttestation, CommandProblem> {
  const attestation = parseAttestation([argument, body].filter((part) => part.trim() !== "").join("\n"));
  const errors = attestation.problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return ok(attestation);
  return err({
    message: errors.map(({ message }) => plain(message)).join(" · "),
    expected: [...new Set(errors.map(({ fix }) => plain(fix)))].join("; "),
    example: "implementation: https://…",
  });
}
