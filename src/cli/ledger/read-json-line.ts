import { canonicalJson } from "../../kernel/canonical-json.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** Facts nest a few levels; far more would only exhaust the stack of whoever walks them. */
const deepest = 64;

/** A line's value, or what is wrong with its bytes. Only canonical JSON is taken, so that one value has one text and no byte is idle. */
export function readJsonLine(bytes: Uint8Array): Result<unknown, string> {
  const text = decode(bytes);
  if (text === null) return err("the line is not UTF-8.");
  if (depthOf(text) > deepest) return err(`the line nests deeper than ${deepest} levels.`);
  const value = parse(text);
  if (!value.ok) return value;
  return canonicalJson(value.value) === text ? value : err("the line is not in canonical JSON (RFC 8785): it was written anew.");
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): Result<unknown, string> {
  let finite = true;
  try {
    const value: unknown = JSON.parse(text, (_name, member: unknown) => {
      // `1e999` parses to infinity, which no JSON can say.
      if (typeof member === "number" && !Number.isFinite(member)) finite = false;
      return member;
    });
    return finite ? ok(value) : err("the line holds a number that is too large.");
  } catch {
    return err("the line is not JSON.");
  }
}

function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === "\\") index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "{" || character === "[")) most = Math.max(most, ++depth);
    else if (!quoted && (character === "}" || character === "]")) depth -= 1;
  }
  return most;
}
