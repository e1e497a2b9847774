import { code, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";

export interface CanAnswer {
  readonly login: string;
  /** Open to the reader here and now; `note` says why or until when, such as "voting member, until Thursday 3 December 2026". */
  readonly can: readonly { readonly usage: string; readonly note: string | null }[];
  /** Closed to the reader, with whose it is. */
  readonly cannot: readonly { readonly usage: string; readonly who: string }[];
}

const shownRefused = 8;

/** What the reader may do here and now, and of the rest whose it is. */
export function renderCan({ login, can, cannot }: CanAnswer): Markdown {
  const who = code(login, 40);
  const open = can.map(({ usage, note }) => (note === null ? code(usage, 80) : md`${code(usage, 80)} (${phrase(note, 160)})`));
  const closed = cannot.slice(0, shownRefused).map(({ usage, who: whose }) => md`${code(usage, 80)} (${phrase(whose, 120)})`);
  const first =
    open.length === 0
      ? md`Here and now, ${who}, no command but the questions is open to you.`
      : md`Here and now, ${who}, you can: ${join(open, " · ")}.`;
  const rest =
    closed.length === 0 ? nothing : md`You cannot: ${join(closed, " · ")}${cannot.length > shownRefused ? ", among others" : ""}.`;
  return join([first, rest, md`${code("/help")} lists all commands.`], " ");
}
