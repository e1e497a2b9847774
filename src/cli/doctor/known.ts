import type { Known } from "../../ports/github.ts";

/** A doctor's report has to come to its end whatever fails: what could not be asked becomes a value that says why. */
export async function attempt<T>(run: () => Promise<T>): Promise<Known<T>> {
  try {
    return { known: true, value: await run() };
  } catch (fault) {
    return { known: false, why: describe(fault) };
  }
}

/** Of faults that hold several (a connection tried by each address), the first speaks for all. */
function describe(fault: unknown): string {
  if (fault instanceof AggregateError && fault.message === "") return describe(fault.errors[0]);
  const text = fault instanceof Error ? fault.message : String(fault);
  const cause =
    fault instanceof Error && fault.cause instanceof Error && !text.includes(fault.cause.message) ? `: ${fault.cause.message}` : "";
  const line = `${text}${cause}`.replace(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
