import type { Problem } from "../domain/problem.ts";
import { limits } from "./limits.ts";

export interface DecodedText {
  /** Line feeds only, without byte order mark; empty when the bytes are no text. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

const error = (code: string, line: number, message: string, fix: string): Problem => ({
  severity: "error",
  code,
  line,
  column: 1,
  message,
  fix,
});

/** Reads a file's bytes as UTF-8. Total: whatever they are, there is a text or a problem that says why not. */
export function decodeProposal(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    const text = new TextDecoder(wide).decode(bytes);
    return {
      text: unified(text),
      problems: [error("not-utf8", 1, `the file is encoded as ${wide.toUpperCase()}, which GitHub shows as binary`, "save it as UTF-8")],
    };
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    return {
      text: "",
      problems: [error("binary-file", lineAt(bytes, zero), "the file is binary, not Markdown", "replace it with a text file in UTF-8")],
    };
  }
  try {
    return { text: unified(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), problems: [] };
  } catch {
    return { text: unified(new TextDecoder().decode(bytes)), problems: invalidLines(bytes) };
  }
}

/** By its mark, or by every other byte of the beginning being zero. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 512);
  if (sample.length < 16) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return "utf-16le";
  return even > half * 0.7 && odd < half * 0.1 ? "utf-16be" : null;
}

function unified(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = bytes.indexOf(10); index >= 0 && index < offset; index = bytes.indexOf(10, index + 1)) line += 1;
  return line;
}

/** A line feed is never part of a longer UTF-8 sequence, so that each line can be judged alone. */
function invalidLines(bytes: Uint8Array): readonly Problem[] {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const problems: Problem[] = [];
  for (let from = 0, line = 1; from <= bytes.length && problems.length < limits.repeats; line += 1) {
    const next = bytes.indexOf(10, from);
    const to = next < 0 ? bytes.length : next;
    try {
      strict.decode(bytes.subarray(from, to));
    } catch {
      problems.push(
        error(
          "invalid-utf8",
          line,
          "bytes on this line are not UTF-8 and show as \uFFFD",
          "save the file as UTF-8 and restore the characters",
        ),
      );
    }
    from = to + 1;
  }
  return problems;
}
