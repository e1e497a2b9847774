/** A fault and its causes in one line, for lists and logs; the stack goes to the log apart. */
export function describeFault(fault: unknown): string {
  if (fault instanceof AggregateError) return [fault.message, ...fault.errors.map(describeFault)].filter(Boolean).join("; ");
  if (!(fault instanceof Error)) return String(fault);
  const cause = fault.cause === undefined ? "" : ` (${describeFault(fault.cause)})`;
  return `${fault.name}: ${fault.message}${cause}`;
}
