/** One line of the report: what was looked at, where it stands, and how to mend it. */
export interface Finding {
  /** Names the check: stable, for scripts that read `--json`. */
  readonly id: string;
  /** `fail`: Steward does not work as it should, or its gate can be walked around; `warn`: it works, and somebody should look. */
  readonly status: "ok" | "warn" | "fail";
  /** The setting, file or page. */
  readonly where: string;
  readonly what: string;
  /** Null where nothing is to be done. */
  readonly fix: string | null;
}

/** How the lines of one check are made: each names the check and its place once. */
export interface Findings {
  ok(what: string): Finding;
  warn(what: string, fix: string): Finding;
  fail(what: string, fix: string): Finding;
}

export function findingsOf(id: string, where: string): Findings {
  return {
    ok: (what) => ({ id, status: "ok", where, what, fix: null }),
    warn: (what, fix) => ({ id, status: "warn", where, what, fix }),
    fail: (what, fix) => ({ id, status: "fail", where, what, fix }),
  };
}
