/**
 * What is read of one file. The largest real SEP has 67,000 characters, 1,908 lines and 13,000 marks; at these
 * limits the slowest hostile text takes about a second.
 */
export const limits = {
  characters: 1_000_000,
  lines: 20_000,
  /** Characters that open or close Markdown constructs: each may cost a hundred times a letter. */
  marks: 100_000,
  /** Read of a file that is beyond the limits, so that its title and preamble are still known. */
  headCharacters: 16_000,
  headLines: 120,
  /** Level at which the tokenizer stops looking for blocks or spans inside others. */
  nesting: 100,
  /** Of a field's value that is read for names. */
  fieldCharacters: 2_000,
  /** Reported one by one before the rest is only counted. */
  repeats: 20,
} as const;

/** First limit that a text is beyond, in words; null when it can be read whole. */
export function exceededLimit(text: string): string | null {
  if (text.length > limits.characters) return `${count(text.length)} characters, and ${count(limits.characters)} are read`;
  let lines = 1;
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10) lines += 1;
    else if (isMark(code)) marks += 1;
  }
  if (lines > limits.lines) return `${count(lines)} lines, and ${count(limits.lines)} are read`;
  if (marks > limits.marks) return `${count(marks)} Markdown marks, and ${count(limits.marks)} are read`;
  return null;
}

/** ! & * < [ ] _ ` | ~ : what inline constructs and table cells are made of. */
function isMark(code: number): boolean {
  return (
    code === 33 ||
    code === 38 ||
    code === 42 ||
    code === 60 ||
    code === 91 ||
    code === 93 ||
    code === 95 ||
    code === 96 ||
    code === 124 ||
    code === 126
  );
}

const count = (figure: number) => String(figure).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** The beginning of a text, cut at a line end where it has one. */
export function headOf(text: string): string {
  return text.slice(0, limits.headCharacters).split("\n").slice(0, limits.headLines).join("\n");
}
