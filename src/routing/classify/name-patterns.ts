/** Patterns of names, `*` standing for anything; a pattern that fixes more of a name wins. */
export interface NamePatterns {
  /** Who claims the name most closely; several when they claim it equally closely, none when nobody does. */
  ownersOf(name: string): readonly string[];
}

interface Claim {
  readonly pattern: string;
  readonly owner: string;
}

/** Looks a name up by its possible beginnings and ends, so that the number of patterns hardly matters. */
export function preparePatterns(claims: readonly Claim[]): NamePatterns {
  const whole = new Map<string, Set<string>>();
  const beginnings = new Map<string, Set<string>>();
  const ends = new Map<string, Set<string>>();
  const others: { readonly form: RegExp; readonly fixed: number; readonly owner: string }[] = [];
  for (const { pattern, owner } of claims) {
    const [before = "", after, more] = pattern.split("*");
    if (after === undefined) claim(whole, before, owner);
    else if (more === undefined && after === "") claim(beginnings, before, owner);
    else if (more === undefined && before === "") claim(ends, after, owner);
    else others.push({ form: formOf(pattern), fixed: pattern.replaceAll("*", "").length, owner });
  }
  const beginningLengths = lengthsOf(beginnings);
  const endLengths = lengthsOf(ends);

  return {
    ownersOf(name) {
      const exact = whole.get(name);
      if (exact !== undefined) return [...exact];
      let closest = 0;
      let owners = new Set<string>();
      const consider = (fixed: number, found: Iterable<string> | undefined): void => {
        if (found === undefined || fixed < closest) return;
        if (fixed > closest) owners = new Set();
        closest = fixed;
        for (const owner of found) owners.add(owner);
      };
      const { length } = name;
      for (const part of beginningLengths) if (part <= length) consider(part, beginnings.get(name.slice(0, part)));
      for (const part of endLengths) if (part <= length) consider(part, ends.get(name.slice(length - part)));
      for (const { form, fixed, owner } of others) if (form.test(name)) consider(fixed, [owner]);
      return [...owners];
    },
  };
}

function claim(table: Map<string, Set<string>>, key: string, owner: string): void {
  table.set(key, (table.get(key) ?? new Set()).add(owner));
}

function lengthsOf(table: ReadonlyMap<string, unknown>): number[] {
  return [...new Set([...table.keys()].map(({ length }) => length))];
}

function formOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((text) => text.replace(/[.+?^${}()|[\]\\/-]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
