/** Share of bytes in lines that both texts have, 0 to 1; 0 when one is missing or empty. */
export function similarity(a: Buffer | undefined, b: Buffer | undefined): number {
  if (!a || !b || a.length === 0 || b.length === 0) return 0;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) * 2 < longer) return 0;
  const counts = new Map<string, number>();
  for (const line of lines(a)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of lines(b)) {
    const left = counts.get(line) ?? 0;
    if (left === 0) continue;
    counts.set(line, left - 1);
    shared += Buffer.byteLength(line) + 1;
  }
  return shared / longer;
}

function lines(text: Buffer): string[] {
  return text.toString("utf8").split("\n");
}
