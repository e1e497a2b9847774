import type { z } from "zod";
import type { FileProblem } from "../../domain/problem.ts";
import { changeClasses, proposalStates, proposalTypes } from "../../domain/proposal-vocabulary.ts";
import { describeKey, knownKeys } from "./key-description.ts";
import type { KeyPath } from "./key-path.ts";
import { nearName } from "./near-name.ts";
import { quote, quoteList } from "./quote.ts";
import { valueAt } from "./value-at.ts";
import type { YamlPlaces } from "./yaml-places.ts";

interface UnknownKey {
  readonly file: string;
  /** Where the mapping stands. */
  readonly at: KeyPath;
  readonly key: string;
  readonly meant: string | null;
  readonly known: readonly string[];
  readonly places: YamlPlaces;
}

export function unknownKeyProblem({ file, at, key, meant, known, places }: UnknownKey): FileProblem {
  return {
    file,
    ...places.key([...at, key]),
    severity: "error",
    code: "unknown-key",
    message: meant === null ? `unknown key ${quote(key)}` : `unknown key ${quote(key)}; did you mean ${quote(meant)}?`,
    fix: meant === null ? `remove it; the keys that may stand here are ${quoteList(known, 20)}` : `rename it to ${quote(meant)}`,
  };
}

interface SchemaIssue {
  readonly file: string;
  readonly issue: z.core.$ZodIssue;
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly places: YamlPlaces;
}

/** Turns what the schema found into a sentence for the person who writes the file. */
export function schemaProblem({ file, issue, schema, data, places }: SchemaIssue): FileProblem {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  const found = valueAt(data, path);
  const name = keyName(path);
  const about = describeKey(schema, path);
  const problem = (code: string, place: "key" | "value", message: string, fix: string): FileProblem => ({
    file,
    ...(place === "key" ? places.key(path) : places.value(path)),
    severity: "error",
    code,
    message,
    fix,
  });

  if (found === undefined && path.length > 0) {
    const parent = path.slice(0, -1);
    return {
      ...problem("missing-key", "value", `${name} is missing`, about ? `add ${name}: ${about}` : `add ${name}`),
      ...places.key(parent),
    };
  }
  const expected = expectation(issue);
  const change = `change ${name} to ${expected}${about && !expected.includes(about) ? ` (${about})` : ""}`;
  switch (issue.code) {
    case "invalid_type":
      if (path.length === 0 && found === null) {
        const keys = quoteList(knownKeys(schema, []), 20);
        return problem("empty-file", "value", "the file is empty", `write its keys: ${keys}`);
      }
      return problem("wrong-type", "value", `${name} must be ${expected}, found ${kindOf(found)}`, needsQuotes(issue, found) ?? change);
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = nearName(String(found), values);
      const code = vocabularyCode(values);
      const hint = near ? `; did you mean ${quote(near)}?` : "";
      return problem(
        code,
        "value",
        `${name} cannot be ${quote(found)}${hint}`,
        near ? `write ${quote(near)}` : `write one of ${quoteList(values, 20)}`,
      );
    }
    case "invalid_key":
      return problem("invalid-value", "key", `the key ${quote(path.at(-1))} must be ${expected}`, `rename the key to ${expected}`);
    default:
      return problem("invalid-value", "value", `${name} must be ${expected}, found ${shown(found)}`, change);
  }
}

function keyName(path: KeyPath): string {
  const key = path.findLast((step) => typeof step === "string");
  if (key === undefined) return "the file";
  return typeof path.at(-1) === "number" ? `an entry of ${quote(key)}` : quote(key);
}

function vocabularyCode(values: readonly string[]): string {
  const isOf = (vocabulary: readonly string[]) =>
    values.length === vocabulary.length && values.every((value, index) => value === vocabulary[index]);
  if (isOf(proposalStates)) return "unknown-state";
  if (isOf(proposalTypes)) return "unknown-type";
  if (isOf(changeClasses)) return "unknown-change-class";
  return "invalid-value";
}

const nouns: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a set of keys",
  record: "a set of keys",
  null: "empty",
};

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return nouns[issue.expected] ?? issue.expected;
    case "too_small":
      if (issue.origin === "string") return "text that is not empty";
      if (issue.origin === "array") return `a list of at least ${issue.minimum}`;
      return `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `at most ${issue.maximum} characters`;
      return issue.origin === "array" ? `a list of at most ${issue.maximum}` : `at most ${issue.maximum}`;
    case "invalid_format":
      if (issue.format === "date") return "a day of the calendar, written as `2027-06-30`";
      if (issue.format === "url") return "a link that starts with https://";
      return issue.message;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? `one of ${quoteList(issue.options.map(String))}`
        : "one of the forms allowed here";
    case "invalid_key":
      return issue.issues[0] ? expectation(issue.issues[0]) : "a known name";
    default:
      return issue.message;
  }
}

/** YAML reads `010101` and `no` as a number and a truth value. */
function needsQuotes(issue: z.core.$ZodIssueInvalidType, found: unknown): string | null {
  const isScalar = typeof found === "number" || typeof found === "boolean";
  return issue.expected === "string" && isScalar ? "put it in quotes" : null;
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a set of keys";
  return shown(value);
}

function shown(value: unknown): string {
  if (typeof value === "string") return value === "" ? "empty text" : `the text ${quote(value)}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return quote(value);
}
