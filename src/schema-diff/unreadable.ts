/** A schema that cannot be read; caught where files are compared, and answered as a value. */
export class Unreadable extends Error {}

/** Nesting that no schema needs; deeper ones are refused before the stack is. */
export const deepest = 60;

export function refuse(reason: string): never {
  throw new Unreadable(reason);
}
