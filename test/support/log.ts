import type { Log } from "../../src/ports/log.ts";

/** Keeps `level message` of every line. */
export function aLog(lines: string[] = []): Log {
  const keep = (level: string) => (_fields: Readonly<Record<string, unknown>>, message: string) => void lines.push(`${level} ${message}`);
  return { debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") };
}
