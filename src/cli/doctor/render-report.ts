import picocolors from "picocolors";
import type { Section } from "./diagnose.ts";
import type { Finding } from "./finding.ts";

const statuses = ["fail", "warn", "ok"] as const;
const idWidth = 14;

/** The report for a terminal: one line for what is sound, three for what is not. */
export function renderReport(sections: readonly Section[], colored: boolean): string {
  const colors = picocolors.createColors(colored);
  const paint = { ok: colors.green, warn: colors.yellow, fail: colors.red };
  const line = ({ id, status, what, where, fix }: Finding): readonly string[] => [
    `${paint[status](status.padEnd(4))}  ${id.padEnd(idWidth)}  ${what}`,
    ...(fix === null ? [] : [`${" ".repeat(6)}${colors.dim("where")}  ${where}`, `${" ".repeat(6)}${colors.dim("fix  ")}  ${fix}`]),
  ];
  const blocks = sections.map(({ repository, findings }) =>
    [...(repository === null ? [] : ["", colors.bold(repository)]), ...findings.flatMap(line)].join("\n"),
  );
  return `${[...blocks, "", summarise(sections)].join("\n")}\n`;
}

function summarise(sections: readonly Section[]): string {
  const all = sections.flatMap(({ findings }) => findings);
  return statuses.map((status) => `${all.filter((finding) => finding.status === status).length} ${status}`).join(", ");
}

/** The same for scripts: every finding with its repository, null for the installation as a whole. */
export function renderJson(sections: readonly Section[]): string {
  const findings = sections.flatMap(({ repository, findings: found }) => found.map((finding) => ({ repository, ...finding })));
  return `${JSON.stringify(findings, null, 2)}\n`;
}
