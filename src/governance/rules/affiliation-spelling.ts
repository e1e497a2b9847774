import { quote } from "../reading/quote.ts";
import { canonicalNames } from "../resolve/resolve-people.ts";
import type { Rule } from "./rule.ts";

export const affiliationSpelling: Rule = {
  code: "affiliation-spelling",
  severity: "warning",
  reports: "Two people's organisations differ only in spaces or punctuation, or one is a longer form or the initials of the other (F22).",
  because: "Spelt in two ways, one organisation would count as two.",
  check({ written: { people } }) {
    if (!people) return [];
    const canonical = canonicalNames(people.value.affiliations);
    const seen = new Map<string, string>();
    return people.value.people.flatMap((person, index) => {
      if (person.affiliation === undefined) return [];
      const written = person.affiliation.trim();
      const name = canonical.get(written.toLowerCase()) ?? written;
      const key = name.toLowerCase();
      const alike = seen.has(key) ? undefined : [...seen].find(([other]) => looksAlike(key, other))?.[1];
      if (!seen.has(key)) seen.set(key, name);
      if (alike === undefined) return [];
      const message = `${quote(name)} and ${quote(alike)} look like one organisation, and count as two`;
      return [
        {
          file: people,
          at: ["people", index, "affiliation"],
          message,
          fix: `add the other spelling under \`affiliations\`, as in \`${alike}: [${name}]\``,
        },
      ];
    });
  },
};

function looksAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (letters(short) === letters(long)) return true;
  if (short.length >= 3 && short === initials(long)) return true;
  // "TeamSpark" and "TeamSpark.ai / Maintainer": the shorter name, then a sign that is no letter.
  return short.length >= 4 && long.startsWith(short) && /^\s*[^\p{L}\p{N}\s]/u.test(long.slice(short.length));
}

const letters = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]/gu, "");

const initials = (name: string): string => (name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? []).join("");
