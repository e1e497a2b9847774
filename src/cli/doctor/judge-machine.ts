import type { DoctorFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** Seconds: tokens of Apps are refused when the clock is a minute or more off. */
const alarming = 60;
const noticeable = 10;

/** The clock, by which deadlines fall. */
export function judgeClock({ clockAhead }: DoctorFacts): Finding {
  const clock = findingsOf("clock", "this machine");
  const fix = "Let the machine keep its time by NTP: deadlines fall by its clock, and GitHub refuses tokens from another time.";
  if (clockAhead === null) return clock.ok("not compared: a sandbox moves its own");
  if (!clockAhead.known) return clock.warn(`not compared with GitHub's: ${clockAhead.why}`, fix);
  const seconds = Math.round(Math.abs(clockAhead.value));
  const words = `${seconds} s ${clockAhead.value >= 0 ? "ahead of" : "behind"} GitHub's`;
  if (seconds >= alarming) return clock.fail(words, fix);
  return seconds >= noticeable ? clock.warn(words, fix) : clock.ok(`with GitHub's, to ${seconds} s`);
}

/** Where the ledger lies. */
export function judgeStorage({ storage }: DoctorFacts): Finding {
  if (storage.kind === "server") {
    const database = findingsOf("database", storage.place);
    const { answer } = storage;
    if (!answer.known)
      return database.fail(
        `does not answer: ${answer.why}`,
        "See that it runs, that DATABASE_URL names it, and that its user may connect from here.",
      );
    const { version, hasTables, readOnly } = answer.value;
    if (readOnly) return database.fail("answers, and takes no writes", "Point DATABASE_URL at the primary.");
    return database.ok(`${version}${hasTables ? "" : ", without tables yet: they are made at the first start"}`);
  }
  const folder = findingsOf("database", storage.path);
  switch (storage.state) {
    case "absent":
      return folder.ok("no folder yet: it is made at the first start");
    case "free":
      return folder.ok("embedded; no process has it open");
    case "in-use":
      return folder.ok("embedded; a running process has it open");
    case "not-writable":
      return folder.fail("this user may not write there", "Give the folder to the user that runs Steward, or set DATA_DIR to another.");
    case "other-owner":
      return folder.fail(
        "real and invented data would mix: the folder belongs to the other kind of installation",
        "Set DATA_DIR to another folder.",
      );
  }
}
