import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandLine, type CommandProblem, parseLogins, quoted, reasonOf } from "../reading/index.ts";

export interface Entering {
  readonly kind: "enter";
  readonly verdict: "accept" | "reject" | "return";
  readonly link: string;
  /** Logins as written, without the sign. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
}

export type Answering = { readonly kind: "confirm" } | { readonly kind: "dispute"; readonly reason: string };
export type Recording = Entering | Answering;

const expected = "a verdict, a link to the minutes, and the names on each side";
const example = "/record accept https://example.org/notes yes:@juno,@noor no: abstain:@ravi";

/** `/record accept|reject|return link yes:@a,@b no:@c abstain:@d`, `/record confirm`, `/record dispute reason`. */
export function parseRecording(line: CommandLine): Result<Recording, CommandProblem> {
  const said = reasonOf(line).trim();
  const [, word = "", rest = ""] = /^(\S*)\s*([\s\S]*)$/.exec(said) ?? [];
  const first = word.toLowerCase();
  if (first === "confirm") return ok({ kind: "confirm" });
  if (first === "dispute") return ok({ kind: "dispute", reason: rest.trim() });
  if (first !== "accept" && first !== "reject" && first !== "return") {
    return err({ message: word === "" ? "It says nothing" : `${quoted(word)} is no verdict`, expected, example });
  }
  return parseEntry(first, rest);
}

function parseEntry(verdict: Entering["verdict"], rest: string): Result<Entering, CommandProblem> {
  const link = rest
    .split(/\s+/)
    .map((word) => word.replace(/^[(<]+|[)>,.]+$/g, ""))
    .find((word) => /^https?:\/\/[^\s/]+/i.test(word));
  if (link === undefined) return err({ message: "A link to where the decision was taken is missing", expected, example });
  const yes = side(rest, "yes");
  if (!yes.ok) return yes;
  const no = side(rest, "no");
  if (!no.ok) return no;
  const abstain = side(rest, "abstain");
  return abstain.ok ? ok({ kind: "enter", verdict, link, yes: yes.value, no: no.value, abstain: abstain.value }) : abstain;
}

/** Logins after `yes:`, up to the next side; a side that is empty or left out has none. */
function side(text: string, name: "yes" | "no" | "abstain"): Result<readonly string[], CommandProblem> {
  const found = new RegExp(`(?:^|\\s)${name}:(.*?)(?=\\s(?:yes|no|abstain):|$)`, "is").exec(text)?.[1]?.trim() ?? "";
  return found === "" ? ok([]) : parseLogins(found);
}
