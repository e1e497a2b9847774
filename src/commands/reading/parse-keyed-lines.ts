import { type CommandProblem, oneOf, quoted } from "./command-problem.ts";
import { findLinks } from "./parse-links.ts";

export interface KeyedLines<Key extends string> {
  /** Values by key, in order, empty ones left out; a key that was not given is absent. */
  readonly values: ReadonlyMap<Key, readonly string[]>;
  /** Keys that are unknown or have no value. */
  readonly problems: readonly CommandProblem[];
  /** Lines without a key, as they stand: thanks, remarks, items that are not ticked yet. */
  readonly remarks: readonly string[];
}

/** Unticked items are not keyed: what is still to be done is attested by nobody. */
const keyedLine = /^\s*(?:[-*+]\s+)?(?:\[[xX]\]\s+)?([A-Za-z][A-Za-z -]{0,38}):(?:\s+([\s\S]*))?$/;
/** An item that is not ticked. */
const unticked = /^\s*(?:[-*+]\s+)?\[ ?\]\s/;

/**
 * `key: value` lines of a command's body. Keys are read in any case, a hyphen or a space in them; a line without a key but with a
 * link adds to the key above it.
 */
export function parseKeyedLines<Key extends string>(body: string, keys: readonly Key[]): KeyedLines<Key> {
  const values = new Map<Key, string[]>();
  const problems: CommandProblem[] = [];
  const remarks: string[] = [];
  const asked = { expected: `a line that begins with ${oneOf(keys.map((key) => `${key}:`))}`, example: `${keys[0] ?? "key"}: https://…` };
  const add = (key: Key, value: string): void => {
    const list = values.get(key);
    if (list === undefined) values.set(key, [value]);
    else list.push(value);
  };
  /** The key above, and whether it has had a value. */
  let above: { readonly key: Key; given: boolean } | null = null;
  const close = (): void => {
    if (above !== null && !above.given) problems.push({ message: `${quoted(`${above.key}:`)} has no value.`, ...asked });
    above = null;
  };
  for (const line of body.split("\n").filter((each) => each.trim() !== "")) {
    const [whole, written = "", value = ""] = keyedLine.exec(line) ?? [];
    if (whole === undefined) {
      if (above !== null && !unticked.test(line) && findLinks(line).length > 0) {
        add(above.key, line.trim());
        above.given = true;
      } else {
        close();
        remarks.push(line.trim());
      }
      continue;
    }
    close();
    const key = keys.find((each) => sameKey(each, written));
    if (key === undefined) problems.push({ message: `${quoted(`${written}:`)} is not known here.`, ...asked });
    else {
      above = { key, given: value.trim() !== "" };
      if (above.given) add(key, value.trim());
    }
  }
  close();
  return { values, problems, remarks };
}

function sameKey(key: string, written: string): boolean {
  return key.toLowerCase().replaceAll(" ", "-") === written.trim().toLowerCase().replace(/ +/g, "-");
}
