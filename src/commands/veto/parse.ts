import { type CommandLine, reasonOf } from "../reading/index.ts";

export interface Veto {
  readonly lifts: boolean;
  readonly reason: string;
}

/** `/veto reason`, `/veto lift reason`. */
export function parseVeto(line: CommandLine): Veto {
  const said = reasonOf(line).trim();
  const lifts = /^lift(\s|$)/i.test(said);
  return { lifts, reason: lifts ? said.slice(4).trim() : said };
}
