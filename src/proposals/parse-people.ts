import type { NamedPerson, SponsorField } from "../domain/proposal-document.ts";

/** GitHub's rule for logins: letters, digits and single inner hyphens, 39 characters at most. */
const login = "[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}";
const mention = new RegExp(`(?<![\\w@./-])@(${login})(?![\\w@-]|\\.[A-Za-z])`, "g");
const bareLogin = new RegExp(`^${login}$`);
const nobody =
  /^(?:(?:none|unsponsored|nobody|no one|n\/?a|tbd|tba|tbc|todo|pending|needed|wanted|open|unassigned|seeking(?: an?)?(?: sponsor)?|looking for (?:a )?sponsor|[-–—?]+)(?![\w-])|\{[^}]*\}$|$)/i;

const plain = (text: string) =>
  text
    .replace(/<[^>]*@[^>]*>/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]+(?=\S)|(?<=\S)[*_`]+(?=\s|$|[,;)])/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** A name as people write it, without brackets left empty, remarks after a dash, or an address. */
function cleanName(text: string): string | null {
  const name = text
    .replace(/[([{]\s*[)\]}]/g, " ")
    .replace(/\S+@\S+\.\S+/g, " ")
    .replace(/\(\s*\)/g, " ")
    .replace(/^[\s\-–—:,;&()]+|[\s\-–—:,;&()]+$/g, "")
    .replace(/\s+/g, " ");
  return name === "" ? null : name;
}

const leadingNoise = /^(?:and|&|on behalf of)\s+/i;

/** Authors of a field value: `Name (@handle), Name (@handle)`, bare handles, bare names, groups (V4). */
export function parseAuthors(value: string): readonly NamedPerson[] {
  const people: NamedPerson[] = [];
  for (const part of plain(value).split(/[,;]|\s+and\s+|\s+&\s+/)) {
    const piece = part.trim();
    if (piece === "" || /^on behalf of\b/i.test(piece)) continue;
    const handles = [...piece.matchAll(mention)];
    if (handles.length === 0) {
      const name = cleanName(piece.replace(leadingNoise, ""));
      if (name === null) continue;
      if (/^[a-z0-9]/.test(name) && bareLogin.test(name)) people.push({ name: null, handle: name });
      else people.push({ name, handle: null });
      continue;
    }
    let from = 0;
    for (const found of handles) {
      const before = piece.slice(from, found.index);
      from = found.index + found[0].length;
      people.push({ name: cleanName(before.replace(leadingNoise, "")), handle: found[1] ?? null });
    }
  }
  return people;
}

/** V5: absent, nobody, or a person; `@handle - Name` and `Name (@handle)` alike. */
export function parseSponsor(value: string | undefined): SponsorField {
  if (value === undefined) return { kind: "absent" };
  const text = plain(value);
  if (nobody.test(text)) return { kind: "none" };
  const found = [...text.matchAll(mention)][0];
  if (found === undefined) return { kind: "person", name: cleanName(text), handle: null };
  const before = cleanName(text.slice(0, found.index));
  const after = cleanName(text.slice(found.index + found[0].length).split(/[,;]/)[0] ?? "");
  return { kind: "person", name: before ?? after, handle: found[1] ?? null };
}
