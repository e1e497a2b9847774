import type { Attestation } from "../../domain/ledger-event.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandLine, type CommandProblem, parseKeyedLines, parseLinks, takeWord } from "../reading/index.ts";

export interface Ready {
  readonly kind: "formal" | "pre" | "draft";
  /** As given now; an item that was not given is empty. */
  readonly links: Attestation;
}

const keys = ["prototype", "benefit", "support"] as const;

/** `/ready`, `/ready pre`, `/ready draft`; the first keyed line may stand on the line of the command. */
export function parseReady({ argument, body }: CommandLine): Result<Ready, CommandProblem> {
  const isKeyed = keys.some((key) => argument.trim().toLowerCase().startsWith(`${key}:`));
  const word = isKeyed || argument.trim() === "" ? null : takeWord(argument, ["pre", "draft"]);
  if (word && !word.ok) return err({ ...word.error, expected: `nothing, \`pre\` or \`draft\`, and links below`, example: "/ready" });
  const given = parseKeyedLines(isKeyed ? `${argument}\n${body}` : body, keys);
  const [problem] = given.problems;
  if (problem) return err(problem);
  const links = { prototype: [] as readonly string[], benefit: [] as readonly string[], support: [] as readonly string[] };
  for (const key of keys) {
    const values = given.values.get(key);
    if (!values) continue;
    const read = parseLinks(values.join(" "));
    if (!read.ok)
      return err({ ...read.error, message: `\`${key}:\` is attested with links. ${read.error.message}`, example: `${key}: https://…` });
    links[key] = read.value;
  }
  return ok({ kind: word?.value.word ?? "formal", links });
}
