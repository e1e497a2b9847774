import { z } from "zod";
import { WrongUse } from "../wrong-use.ts";

/** Milliseconds; a report takes a fraction of a second. */
const patience = 30_000;

const Refused = z.object({ error: z.string() });

/** A report of a running Steward, whose address may have a path of its own; the report's is relative. Throws `WrongUse` where none answers at the address, or where it answers that there is no report. */
export async function askSteward<Report>(
  address: string,
  path: string,
  parameters: Readonly<Record<string, string | null>>,
  schema: z.ZodType<Report>,
): Promise<Report> {
  const url = URL.parse(path, address.endsWith("/") ? address : `${address}/`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new WrongUse(`--from is ${JSON.stringify(address)}, and must be the address of a running Steward, as in http://127.0.0.1:3000.`);
  }
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value);
  const { ok, status, text } = await read(url);
  const body = parseJson(text);
  const refused = Refused.safeParse(body);
  if (!ok && refused.success) throw new WrongUse(refused.data.error);
  if (!ok) throw new WrongUse(`${url} answers ${status}: is a Steward that has this report running there?`);
  const report = schema.safeParse(body);
  if (report.success) return report.data;
  throw new WrongUse(`${url} answers with what this version of the command cannot read: use the version that runs there.`);
}

async function read(url: URL): Promise<{ readonly ok: boolean; readonly status: number; readonly text: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (fault) {
    const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault);
    throw new WrongUse(`No Steward answers at ${url.origin}: ${cause}`);
  }
}

/** Null for what is no JSON: a page of some other server. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
