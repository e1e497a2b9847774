import type { ProposalView } from "../domain/plan.ts";
import { primaryDomain } from "../domain/primary-domain.ts";
import type { Governance } from "../governance/index.ts";

export interface ReportedProposal {
  readonly number: number;
  readonly title: string;
  readonly view: ProposalView | null;
}

/** What happened to each proposal, as a person would want to read it, and what to try next. */
export function renderSandboxReport(proposals: readonly ReportedProposal[], governance: Governance, web: string, dataDir: string): string {
  const width = Math.min(44, Math.max(0, ...proposals.map(({ title }) => title.length)));
  const lines = proposals.map(({ number, title, view }) => {
    const name = title.length > width ? `${title.slice(0, width - 1)}…` : title;
    const domain = view?.classification ? primaryDomain(view.classification) : null;
    const doubt = view?.classification?.confident === false ? "?" : "";
    return `    #${String(number).padEnd(4)} ${name.padEnd(width)}  ${`${domain?.id ?? "no domain"}${doubt}`.padEnd(20)} ${outcome(view, governance)}`;
  });
  const first = proposals[0]?.number ?? 1;
  return [
    "",
    ...lines,
    "",
    "    A question mark: a best guess, which a lead would be asked to settle.",
    "",
    "    Try next",
    `      open ${web} to see each proposal with its labels, comment, check and reasons`,
    `      act as anyone: ${dataDir}/sandbox.json holds the address of the stand-in and a token for each person, for any GitHub client`,
    `      curl -s <api>/repos/<owner>/<repo>/issues/${first}/comments -H "authorization: token <token>"   reads the status comment`,
    `      push to a pull request, take a label off, or edit governance/ in one, and look again`,
    "",
  ].join("\n");
}

function outcome(view: ProposalView | null, governance: Governance): string {
  if (!view) return "not looked at yet";
  const faults = view.problems.filter(({ severity }) => severity === "error").length;
  const file = faults > 0 ? `; ${faults} ${faults === 1 ? "error" : "errors"} in the file` : "";
  const { route } = view;
  if (!route) return `${view.kind.replaceAll("-", " ")}${file}`;
  const group = route.group === null ? null : (governance.groups.get(route.group)?.name ?? route.group);
  const change = view.change ? ` (${view.change.class})` : "";
  if (route.kind === "core") return `→ Core${change}${group ? `; ${group} recommends` : ""}${file}`;
  const oversight = route.oversight?.kind === "veto-window" ? `, then ${route.oversight.within} of Core veto` : ", then Core approval";
  return `→ ${group}${change}${oversight}${file}`;
}
