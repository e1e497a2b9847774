import { type DestinationStream, type Logger, pino } from "pino";
import type { Log } from "../ports/log.ts";
import type { LogLevel } from "./log-level.ts";

/** Pino's log, which Probot wants as well. */
export interface AppLog extends Log {
  readonly pino: Logger;
}

/** JSON lines on standard output. What could hold a secret is cut out, wherever a fault carries it. */
export function createLog(level: LogLevel, destination?: DestinationStream): AppLog {
  const options = {
    level,
    base: {},
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: {
      paths: ["err.request", "err.response.headers", "err.cause.request", "err.cause.response.headers", "*.authorization", "*.privateKey"],
      censor: "[removed]",
    },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    pino: logger,
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
