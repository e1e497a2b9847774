import { formatInstant } from "../../calendar/index.ts";
import type { Governance } from "../../governance/index.ts";
import { bulleted, code, join, link, type Markdown, md, nothing } from "../markdown/index.ts";
import { type Places, renderClause } from "../places.ts";
import { firstWords } from "../stages/index.ts";
import type { NumberedEvent } from "../status/index.ts";
import { tellFact } from "./tell-fact.ts";

/** The latest so many; all of them stand in the record. */
const shownEvents = 30;

export interface WhyAnswer {
  /** Oldest first. */
  readonly events: readonly NumberedEvent[];
  readonly governance: Governance;
  readonly places: Places;
}

/** `/why`: who did what, when, under which clause, out of the record. */
export function renderWhy({ events, governance, places }: WhyAnswer): Markdown {
  const told = events.flatMap((event) => {
    const fact = tellFact(event.fact, governance);
    return fact === null ? [] : [tellEvent(event, fact, places)];
  });
  if (told.length === 0) return md`Nothing is recorded yet.`;
  const hidden = told.length - shownEvents;
  const record = places.record === null ? md`the record` : link(md`the record`, places.record);
  const first =
    hidden > 0 ? md`What is recorded, oldest first; ${hidden} earlier entries stand in ${record}:` : md`What is recorded, oldest first:`;
  return join([first, bulleted(told.slice(-shownEvents))], "\n\n");
}

function tellEvent(event: NumberedEvent, fact: Markdown, places: Places): Markdown {
  const actor = event.actor === null ? nothing : code(event.actor.login, 40);
  // Most facts name whose they are; the account is said where it is another, or where they do not.
  const by = actor === nothing || fact.markdown.startsWith(actor.markdown) ? nothing : md` ${actor}:`;
  const clause = event.clause === null ? nothing : md` (${renderClause(event.clause, places)})`;
  return md`${formatInstant(event.at)}:${by} ${fact}${clause}${firstWords(event)}`;
}
