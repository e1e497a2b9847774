import picocolors from "picocolors";
import type { Evidence } from "../../domain/classification.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Governance } from "../../governance/index.ts";
import { cleanText, cutText } from "../../render/index.ts";
import { groupTitle } from "../../routing/route/index.ts";
import type { Explanation } from "./explanation.ts";

type Colors = ReturnType<typeof picocolors.createColors>;

const shownProblems = 8;
const shownEvidence = 3;
const labelWidth = 12;

/** One screen for one file: what a person asks first stands first. */
export function renderExplanation(explanation: Explanation, governance: Governance, colored: boolean): string {
  const colors = picocolors.createColors(colored);
  const { document } = explanation;
  const name = [document.number === null ? "" : `SEP-${document.number}`, plain(document.title ?? "without a title", 100)]
    .filter(Boolean)
    .join(" ");
  const lines = [
    `${colors.bold(plain(document.file, 200))}  ${name}`,
    row("Type", [document.type ?? "none that is known", document.status ?? "no status"].join(" · "), colors),
    row("Domain", domainOf(explanation), colors),
    ...evidenceLines(primaryOf(explanation)?.evidence ?? [], colors),
    row("Change", explanation.assessment.change.class, colors),
    ...evidenceLines(explanation.assessment.change.evidence, colors),
    row("Decided by", decidedBy(explanation, governance), colors),
    ...explanation.assessment.route.reasons.map(({ text, clause }, index) =>
      indent(`${index + 1}. ${plain(text)}${clause === null ? "" : ` ${colors.dim(`(${plain(clause)})`)}`}`),
    ),
    row("File", countProblems(explanation.problems), colors),
    ...problemLines(explanation.problems, colors),
  ];
  return `${lines.join("\n")}\n`;
}

function primaryOf({ assessment }: Explanation) {
  return primaryDomain(assessment.classification);
}

function domainOf(explanation: Explanation): string {
  const { domains, confident, doubts } = explanation.assessment.classification;
  const primary = primaryOf(explanation);
  if (!primary) return "none of the taxonomy fits";
  const touched = domains.filter((domain) => domain.touched && !domain.primary).map(({ id }) => id);
  const also = touched.length === 0 ? "" : `, touches ${touched.join(", ")}`;
  return confident ? `${primary.id} (sure)${also}` : `${primary.id} (best guess: ${plain(doubts[0] ?? "little speaks for any")})${also}`;
}

function decidedBy({ assessment }: Explanation, { groups, authorities, procedures }: Governance): string {
  const { route } = assessment;
  const group = groups.get(route.group ?? "");
  const title = group ? groupTitle(group) : route.group;
  const procedure = procedures.get(route.procedure)?.name ?? route.procedure;
  if (route.kind === "core") {
    const core = authorities.get(route.authority ?? "")?.name ?? "Core";
    return plain(`${core}, by ${procedure}${title === null ? "" : `; ${title} recommends`}`);
  }
  const { oversight } = route;
  const overseer = authorities.get(oversight?.by ?? "")?.name ?? "Core";
  const then = !oversight
    ? ""
    : oversight.kind === "approval"
      ? `, then approval by ${overseer}`
      : `, then ${oversight.within ?? "a time"} in which ${overseer} can veto`;
  return plain(`${title}, by ${procedure}${then}${route.adopted ? "" : " (proposed, not adopted yet)"}`);
}

function evidenceLines(evidence: readonly Evidence[], colors: Colors): readonly string[] {
  return evidence
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, shownEvidence)
    .map(({ text, line }) => indent(colors.dim(`${plain(text, 110)}${line === null ? "" : ` (line ${line})`}`)));
}

function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return problems.length === 0 ? "no problem found" : `${errors} errors, ${warnings} warnings`.replace(/\b1 (error|warning)s/g, "1 $1");
}

function problemLines(problems: readonly Problem[], colors: Colors): readonly string[] {
  const ordered = problems.toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning") || a.line - b.line);
  const shown = ordered.slice(0, shownProblems).map(({ line, column, severity, code, message }) => {
    const paint = severity === "error" ? colors.red : colors.yellow;
    return indent(`${`${line}:${column}`.padEnd(7)} ${paint(severity)} ${plain(message, 110)} ${colors.dim(code)}`);
  });
  const more = ordered.length - shown.length;
  return more > 0 ? [...shown, indent(`and ${more} more`)] : shown;
}

const row = (label: string, value: string, colors: Colors) => `  ${colors.dim(label.padEnd(labelWidth))}${value}`;
const indent = (text: string) => `  ${" ".repeat(labelWidth)}${text}`;

/** What a file says must not steer the terminal it is shown on. */
function plain(text: string, length = 300): string {
  return cutText(cleanText(text), length);
}
