import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandLine, type CommandProblem, parseLogins, reasonOf } from "../reading/index.ts";

export type Recording =
  | {
      readonly kind: "enter";
      readonly verdict: "accept" | "reject" | "return";
      readonly link: string;
      readonly yes: readonly string[];
      readonly no: readonly string[];
      readonly abstain: readonly string[];
    }
  | { readonly kind: "confirm" }
  | { readonly kind: "dispute"; readonly reason: string };

const expected = "a verdict, a link to the minutes, and the names on each side";
const example = "/record accept https://example.org/notes yes:@juno,@noor no: abstain:@ravi";

/** `/record accept|reject|return link yes:@a,@b no:@c abstain:@d`, `/record confirm`, `/record dispute reason`. */
export function parseRecording(line: CommandLine): Result<Recording, CommandProblem> {
  const said = reasonOf(line).trim();
  const [word = "", ...rest] = said.split(/\s+/);
  const verdict = word.toLowerCase();
  if (verdict === "confirm") return ok({ kind: "confirm" });
  if (verdict === "dispute") return ok({ kind: "dispute", reason: rest.join(" ") });
  if (verdict !== "accept" && verdict !== "reject" && verdict !== "return") {
    return err({ message: `\`${word}\` is no verdict`, expected, example });
  }
  const link = rest.find((part) => /^https?:\/\/\S+$/i.test(part.replace(/^[(<]|[)>]$/g, "")))?.replace(/^[(<]|[)>]$/g, "");
  if (link === undefined) return err({ message: "A link to where the decision was taken is missing", expected, example });
  const named = said.slice(word.length);
  const sides = { yes: side(named, "yes"), no: side(named, "no"), abstain: side(named, "abstain") };
  for (const each of Object.values(sides)) if (!each.ok) return each;
  return ok({ kind: "enter", verdict, link, yes: loginsIn(sides.yes), no: loginsIn(sides.no), abstain: loginsIn(sides.abstain) });
}

/** Logins after `yes:`, up to the next side. */
function side(text: string, name: "yes" | "no" | "abstain"): Result<readonly string[], CommandProblem> {
  const found = new RegExp(`(?:^|\\s)${name}:\\s*(.*?)(?=\\s(?:yes|no|abstain):|$)`, "is").exec(text)?.[1]?.trim() ?? "";
  return found === "" ? ok([]) : parseLogins(found);
}

const loginsIn = (result: Result<readonly string[], CommandProblem>): readonly string[] => (result.ok ? result.value : []);
