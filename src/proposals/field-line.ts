export interface FieldLine {
  readonly name: string;
  readonly value: string;
  /** Characters from the line's first one to the value's. */
  readonly valueOffset: number;
}

const known =
  /^(?:status|type|created|authors?|author\(s\)|sponsors?|pr|pull request|issue|title|sep(?: number)?|accepted|supersedes|related|extension identifier|track)$/i;

export function isKnownField(name: string): boolean {
  return known.test(name);
}

const bold = /^(?:\*\*|__)([^*_:：]{1,60})(?:(?:[:：]\s*(?:\*\*|__))|(?:(?:\*\*|__)\s{0,3}[:：]))\s*/;
const bare = /^([A-Za-z][A-Za-z ()]{0,40})[:：](?:\s+|$)/;

/** `**Name**: value`, `**Name:** value` or `Name: value`; null for any other text. */
export function readFieldLine(text: string): FieldLine | null {
  const found = bold.exec(text) ?? bare.exec(text);
  if (!found) return null;
  const valueOffset = found[0].length;
  const value = text.slice(valueOffset).trim();
  return { name: (found[1] ?? "").trim(), value, valueOffset: value === "" ? 0 : valueOffset };
}
