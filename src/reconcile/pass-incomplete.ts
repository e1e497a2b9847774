import { type Subject, subjectKey } from "../ports/ledger.ts";

/** Some effects failed; what did not depend on them was applied, and receipts are kept. The pass is repeated with back-off. */
export class PassIncomplete extends Error {
  override readonly name = "PassIncomplete";
  readonly failures: readonly unknown[];

  constructor(subject: Subject, failures: readonly unknown[]) {
    const first = failures[0];
    const rest = failures.length > 1 ? `, and ${failures.length - 1} more` : "";
    super(`${subjectKey(subject)}: ${first instanceof Error ? first.message : String(first)}${rest}`);
    this.failures = failures;
  }
}
