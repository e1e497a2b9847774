import type { SchemaFinding } from "./assess-change.ts";

/**
 * The names that a text must hold to speak of a finding: the field of `Tool.icons[].src` or, without one, the type; the value of
 * `Role = "admin"`; both types of a renaming. Empty where the schema could not be read.
 */
export function namesOfFinding({ kind, name }: SchemaFinding): readonly string[] {
  if (kind === "unreadable") return [];
  if (kind === "renamed-type") return name.split(" to ");
  const value = valueNames(/ = (.*)$/s.exec(name)?.[1] ?? "");
  if (value.length > 0) return value;
  const parts = (name.split(" ", 1)[0] ?? "").split(/[.[\]*]+/).filter((part) => part !== "");
  return parts.slice(-1);
}

function valueNames(value: string): readonly string[] {
  const literal = /^"((?:[^"\\]|\\.)+)"$/s.exec(value)?.[1];
  return literal !== undefined ? [literal] : (value.match(/[\p{L}\p{N}_$]+/gu) ?? []).slice(0, 20);
}
