import { bulleted, code, join, type Markdown, md, phrase } from "../markdown/index.ts";

export interface HelpEntry {
  /** Without the slash. */
  readonly name: string;
  readonly usage: string;
  readonly who: string;
  readonly does: string;
}

/** `/help`: every command on a line. `/help word`: one of them. A word that is none is answered with the list. */
export function renderHelp(commands: readonly HelpEntry[], word: string | null): Markdown {
  const name = word?.trim().replace(/^\//, "").toLowerCase();
  const one = commands.find((command) => command.name === name);
  if (one) return md`${code(one.usage, 120)}: ${phrase(one.does)}. Who: ${phrase(one.who)}.`;
  const lines = commands.map(({ usage, does }) => md`${code(usage, 120)}: ${phrase(does, 200)}`);
  const first = name ? md`${code(`/${name}`, 60)} is no command. These are:` : md`Write a command at the start of a line of a comment:`;
  return join(
    [first, bulleted(lines), md`${code("/help word")} says more of one, ${code("/can")} what is open to you here and now.`],
    "\n\n",
  );
}
