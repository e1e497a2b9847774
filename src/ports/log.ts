type Fields = Readonly<Record<string, unknown>>;

/** Structured log; never given a token, a key or a webhook secret. */
export interface Log {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
}
