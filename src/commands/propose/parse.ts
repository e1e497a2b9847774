import { ok, type Result } from "../../kernel/result.ts";
import { type CommandLine, type CommandProblem, parseWord, takeWord } from "../reading/index.ts";

export interface Proposing {
  readonly proposes: "accept" | "reject";
  readonly weight: "minor" | "significant";
}

/** O2: significant unless said. */
export function parsePropose({ argument }: CommandLine): Result<Proposing, CommandProblem> {
  const side = takeWord(argument, ["accept", "reject"]);
  if (!side.ok) return side;
  const { word: proposes, rest } = side.value;
  if (rest === "") return ok({ proposes, weight: "significant" });
  const weight = parseWord(rest, ["minor", "significant"]);
  return weight.ok ? ok({ proposes, weight: weight.value }) : weight;
}
