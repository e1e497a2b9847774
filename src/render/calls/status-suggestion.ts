import { code, join, type Markdown, md, mention } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/index.ts";
import { summarise } from "../status/index.ts";

const statusLineMarker = "<!-- steward:status-line v1 -->";

/**
 * A review comment on the Status line of the file, whose suggestion the sponsor can commit with a click (design section 6). The
 * line is the file's own with another word in it, so it is foreign: the fence is longer than any in it, and it stays one line.
 * Nothing else of it may change, not even what is unseen: GitHub would commit that.
 */
export function renderStatusSuggestion(line: string, data: ProposalStatus): string {
  const sponsor = data.record.sponsor;
  const who = sponsor ? mention(sponsor.login) : code(data.author.login, 40);
  const text = line.toWellFormed().replace(/[\r\n\u2028\u2029]+/g, " ");
  const fence = "`".repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)));
  const block: Markdown = { markdown: `${fence}suggestion\n${text}\n${fence}` };
  return join(
    [
      md`**${summarise(data)}.** ${who}, the file can say so: commit this suggestion, which changes nothing else.`,
      block,
      { markdown: statusLineMarker },
    ],
    "\n\n",
  ).markdown;
}
