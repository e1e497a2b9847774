import type { Log } from "../ports/log.ts";

/** The same log, with these fields on every line. */
export function bindLog(log: Log, bound: Readonly<Record<string, unknown>>): Log {
  return {
    debug: (fields, message) => log.debug({ ...bound, ...fields }, message),
    info: (fields, message) => log.info({ ...bound, ...fields }, message),
    warn: (fields, message) => log.warn({ ...bound, ...fields }, message),
    error: (fields, message) => log.error({ ...bound, ...fields }, message),
  };
}
