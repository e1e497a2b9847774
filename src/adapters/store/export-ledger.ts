import { createHash } from "node:crypto";
import { type ExportedRepository, headerLine, proposalLines, totalLine } from "../../core/ledger/index.ts";
import type { Ledger } from "../../ports/ledger.ts";

/**
 * The whole ledger as JSON Lines, a proposal at a time: what `steward ledger export` writes and the App serves. Each proposal is read
 * in one statement, so that it is whole while others append.
 */
export async function* exportLedger(
  ledger: Pick<Ledger, "list" | "readSealed">,
  repositories: readonly ExportedRepository[],
  { withReasons }: { readonly withReasons: boolean },
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const counted = (lines: readonly string[]): string => {
    const text = lines.map((line) => `${line}\n`).join("");
    hash.update(text, "utf8");
    return text;
  };
  let [proposals, events] = [0, 0];
  yield counted([headerLine(repositories)]);
  for (const subject of await ledger.list()) {
    const sealed = await ledger.readSealed(subject);
    proposals += 1;
    events += sealed.length;
    yield counted(proposalLines(subject, sealed, withReasons));
  }
  yield `${totalLine({ proposals, events, digest: hash.digest("hex") })}\n`;
}
