import type { CommandContext } from "../commands/command.ts";
import { readCommandLines } from "../commands/reading/index.ts";
import { commands, questions } from "../commands/registry.ts";
import type { EventActor } from "../domain/ledger-event.ts";
import { renderCan, renderHelp, renderStatusAnswer, renderWhy, type StatusData } from "../render/index.ts";
import { resolveActor } from "./decide/resolve-actor.ts";

/** What commands are asked with: everything but whose question it is. */
export type Asked = Omit<CommandContext, "actor" | "source">;

interface Given {
  readonly data: Extract<StatusData, { kind: "proposal" }>;
  readonly asked: Asked;
}

/** Answers from the same data and the same functions that decide, about the reader, here and now. */
export function answerQuestion(
  question: string,
  { source, actor }: { readonly source: string; readonly actor: EventActor | null },
  { data, asked }: Given,
) {
  const [word = "", ...rest] = question.split(" ");
  switch (word) {
    case "status":
      return renderStatusAnswer(data);
    case "why":
      return renderWhy({ events: data.events, governance: data.governance, places: data.places });
    case "can":
      return can(source, actor, asked);
    default:
      return renderHelp([...commands, ...questions], rest.join(" ") || null);
  }
}

/** Refusals that speak of the sample's arguments, not of whoever asks. */
const onlyOfTheSample: readonly string[] = [
  "no-such-domain",
  "no-such-group",
  "several-groups",
  "only-raises",
  "cannot-be-read",
  "reason-too-short",
  "incomplete",
  "not-carried",
  "not-eligible",
];

function can(source: string, asker: EventActor | null, asked: Asked) {
  const login = asker?.login ?? "";
  const actor = resolveActor({ id: asker?.id ?? null, login, bot: false }, asked.governance);
  const judged = commands.flatMap(({ usage, who, sample, decide }) => {
    const [line] = readCommandLines(sample);
    if (!line || actor === null) return [];
    const verdict = decide(line, { ...asked, actor, source });
    return [{ usage, who, allowed: verdict.kind === "done" || onlyOfTheSample.includes(verdict.refusal.code) }];
  });
  return renderCan({
    login,
    can: judged.filter(({ allowed }) => allowed).map(({ usage }) => ({ usage, note: null })),
    cannot: judged.filter(({ allowed }) => !allowed).map(({ usage, who }) => ({ usage, who })),
  });
}
