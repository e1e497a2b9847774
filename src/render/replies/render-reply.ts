import type { CommandOutcome, Refusal } from "../../domain/answer.ts";
import { replyMarkerFor } from "../../domain/reply-marker.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { bulleted, code, fitBlocks, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import { type Places, renderClause } from "../places.ts";

/** GitHub refuses comments above 65,536 characters. */
const limit = 60_000;
const shownActs = 20;
const sentenceLength = 2_000;

/** One act of a comment and what it came to. */
export interface AnsweredAct {
  /** The word as it was written: `lgtm` or `/lgtm`. */
  readonly command: string;
  readonly outcome: CommandOutcome;
  /** What a question is answered with; null for what was no question. */
  readonly answer: Markdown | null;
}

export interface Reply {
  /** The comment or review that is answered: `comment/123`. */
  readonly to: string;
  readonly login: string;
  /** In the order in which they were written; at least one. */
  readonly acts: readonly AnsweredAct[];
  readonly places: Places;
}

/** One reply to one comment, however many commands it holds. Calls nobody: its reader is told by GitHub that it came. */
export function renderReply({ to, login, acts, places }: Reply): string {
  const who = code(login, 40);
  const [only] = acts;
  const answers = acts.flatMap(({ answer }) => answer ?? []);
  const foot = [{ markdown: replyMarkerFor(to) }];
  if (acts.length === 1 && only) {
    const said = tell(only, places);
    return fitBlocks({
      head: said === nothing ? [] : [md`${who}${only.outcome.kind === "suggested" ? ":" : ","} ${said}`],
      optional: answers,
      foot,
      limit,
    });
  }
  const told = acts.slice(0, shownActs).map((act) => tell(act, places));
  const more = acts.length > shownActs ? [md`and ${acts.length - shownActs} more, in the record`] : [];
  const list = bulleted([...told.filter((each) => each !== nothing), ...more]);
  return fitBlocks({ head: [md`${who}, this is what came of each:`, list], optional: answers, foot, limit });
}

function tell({ command, outcome }: AnsweredAct, places: Places): Markdown {
  const word = code(command.startsWith("/") ? command : `/${command}`, 60);
  switch (outcome.kind) {
    case "done":
      return md`${word} is done: ${sentence(outcome.text)}`;
    case "refused":
      return md`${word} changes nothing. ${tellRefusal(outcome, places)}`;
    case "repeat":
      return md`${word} has to be said anew. ${sentence(outcome.text)}`;
    case "suggested":
      return sentence(outcome.text);
    case "told":
    case "ignored":
      return nothing;
    default:
      return assertNever(outcome);
  }
}

/** The rule and its clause, who could, and what the reader may do instead. */
function tellRefusal({ text, clause, who, instead }: Refusal, places: Places): Markdown {
  const rule = clause === null ? sentence(text) : md`${sentence(text)} (${renderClause(clause, places)})`;
  const names = who.slice(0, 10).map((login) => code(login, 40));
  const could = names.length === 0 ? nothing : md`${orOf(names)} can.`;
  return join([rule, could, instead === null ? nothing : sentence(instead)], " ");
}

const sentence = (text: string) => phrase(text, sentenceLength);

/** `a`, `a or b`, `a, b or c`. */
function orOf(names: readonly Markdown[]): Markdown {
  const last = names.at(-1) ?? nothing;
  return names.length < 2 ? last : md`${join(names.slice(0, -1), ", ")} or ${last}`;
}
