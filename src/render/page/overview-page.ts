import { htmlEscape } from "escape-goat";
import type { Evidence } from "../../domain/classification.ts";
import type { ShownView } from "../../domain/plan.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import type { Instant } from "../../kernel/instant.ts";

export interface OverviewRow {
  readonly pullRequest: number;
  readonly open: boolean;
  readonly view: ShownView;
  readonly lastPassAt: Instant;
}

export interface Overview {
  readonly repository: string;
  readonly rows: readonly OverviewRow[];
  /** Said above the table: sandbox hints, a paused App, a failed read of the rules. */
  readonly notices: readonly string[];
}

/** The web page of an installation: what stands on GitHub, or what would, and why. Needs no script. */
export function renderOverviewPage(overview: Overview): string {
  const proposals = overview.rows.filter((row) => row.view.kind !== "not-a-proposal");
  const others = overview.rows.length - proposals.length;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlEscape(`Steward · ${overview.repository}`)}</title>
<style>${style}</style>
<header>
<h1>Steward</h1>
<p>${htmlEscape(overview.repository)} · <a href="/healthz">health</a> · <a href="/metrics">metrics</a></p>
</header>
<main>
${overview.notices.map((notice) => `<p class="notice">${htmlEscape(notice)}</p>`).join("\n")}
<h2>${proposals.length} ${proposals.length === 1 ? "proposal" : "proposals"}</h2>
${proposals.map(renderRow).join("\n") || "<p>Nothing has been seen yet. A pull request that adds a file to the proposal folder appears here within a second.</p>"}
${others > 0 ? `<p class="quiet">${others} other pull ${others === 1 ? "request" : "requests"}: the check passes, nothing else is written.</p>` : ""}
</main>
</html>
`;
}

function renderRow({ pullRequest, open, view, lastPassAt }: OverviewRow): string {
  const primary = view.classification ? primaryDomain(view.classification) : null;
  return `<article id="pr-${pullRequest}">
<h3><a href="${htmlEscape(view.url)}">#${pullRequest}</a> ${htmlEscape(view.title ?? view.file ?? "without a title")}${open ? "" : " <small>(closed)</small>"}</h3>
<p>${view.labels.map((label) => `<span class="label">${htmlEscape(label)}</span>`).join(" ")}</p>
<dl>
${view.classification ? term("Domain", `${primary?.id ?? "none"}${view.classification.confident ? "" : " (best guess)"}`) : ""}
${view.change ? term("Change", view.change.class) : ""}
${view.route ? term("Decided by", view.route.kind === "group" ? (view.route.group ?? "") : `Core Maintainers${view.route.group ? `, on the recommendation of ${view.route.group}` : ""}`) : ""}
${view.check ? term("Check", `${view.check.conclusion}: ${view.check.title}`) : ""}
${term("Mode", modeText(view.mode))}
${term("Looked at", `${lastPassAt}, by the rules at ${view.rules?.slice(0, 7) ?? "no commit"}`)}
</dl>
${list(
  `${view.problems.length} ${view.problems.length === 1 ? "thing" : "things"} to fix in the file`,
  view.problems.map((problem) => `${problem.file}:${problem.line} ${problem.message} ${problem.fix}`),
)}
${list("Why this route", view.route?.reasons.map((reason) => `${reason.text}${reason.clause ? ` (${reason.clause})` : ""}`) ?? [])}
${list("What the domain rests on", primary?.evidence.map(evidenceLine) ?? [])}
${list("What makes it doubtful", view.classification?.doubts ?? [])}
${view.comment ? `<details><summary>Status comment</summary><pre>${htmlEscape(view.comment)}</pre></details>` : ""}
</article>`;
}

const modeText = (mode: ShownView["mode"]): string =>
  mode === "observe" || mode === "paused" ? `${mode}: this is what would be written; nothing is` : mode;

const term = (name: string, value: string): string => `<dt>${name}</dt><dd>${htmlEscape(value)}</dd>`;

const evidenceLine = (evidence: Evidence): string => `${evidence.text} (${evidence.weight.toFixed(1)})`;

function list(summary: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<details><summary>${htmlEscape(summary)}</summary><ol>${lines.map((line) => `<li>${htmlEscape(line)}</li>`).join("")}</ol></details>`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.2; } h3 { margin-bottom: .3rem; }
article { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0 1rem; }
.label { border: 1px solid currentColor; border-radius: 1em; padding: 0 .6em; font-size: .85em; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .5rem 0; } dt { opacity: .7; } dd { margin: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
.notice { border-left: .3rem solid currentColor; padding-left: .7rem; } .quiet { opacity: .7; }
`;
