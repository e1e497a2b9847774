import type { CheckReport } from "../../domain/check-report.ts";
import { digestOf } from "../../kernel/digest.ts";
import { cleanText, cutText } from "../markdown/index.ts";

/** The one name under which branch rules can require the check. */
const checkName = "Steward";

/** A report with the digest by which a later pass sees that it stands already. */
export function sealReport(report: Omit<CheckReport, "name" | "digest">): CheckReport {
  const named = { name: checkName, ...report, title: cutText(cleanText(report.title), 200) };
  return { ...named, digest: digestOf(named) };
}
