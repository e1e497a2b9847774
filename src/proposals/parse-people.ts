import type { NamedPerson, SponsorField } from "../domain/proposal-document.ts";
import { limits } from "./limits.ts";

/** GitHub's rule for logins: letters, digits and single inner hyphens, 39 characters at most. */
const login = "[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}";
const mention = new RegExp(`(?<![\\w@./-])@(${login})(?![\\w@-]|\\.[A-Za-z])`, "g");
const bareLogin = new RegExp(`^${login}$`);
const profile = new RegExp(`(?:https?://)?(?:www\\.)?github\\.com/(${login})/?(?![\\w/-])`, "gi");
const nobody =
  /^(?:(?:none|unsponsored|nobody|no one|not yet|no sponsor|n\/?a|tbd|tba|tbc|todo|pending|needed|wanted|open|unassigned|awaiting|seeking|looking for)(?![\w-])|[-–—?]+$|\{[^}]*\}$|$)/i;

/** A field's value without addresses and markup; links to profiles become handles. */
function plain(value: string): string {
  return value
    .slice(0, limits.fieldCharacters)
    .replace(/\[([^[\]]{0,200})\]\((?:https?:\/\/)?github\.com\/([A-Za-z0-9-]{1,39})\/?\)/gi, (_, text: string, handle: string) =>
      text.includes("@") ? text : `${text} (@${handle})`,
    )
    .replace(/\[([^[\]]{0,200})\]\([^()]{0,500}\)/g, "$1")
    .replace(profile, "@$1")
    .replace(/<[^<>@]{0,200}@[^<>]{0,200}>/g, " ")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A name as people write it, without empty brackets, addresses and joining words. */
function cleanName(text: string): string | null {
  const name = text
    .replace(/[^\s@<>]{1,64}@[^\s@<>]{1,200}\.[^\s@<>]{1,60}/g, " ")
    .replace(/[([{]\s*[)\]}]/g, " ")
    .replace(/^(?:[\s\-–—:,;&()]|(?:and|&)\s)+/i, "")
    .replace(/\s+/g, " ");
  const end = name.search(/[\s\-–—:,;&(]{1,20}$/);
  const trimmed = end < 0 ? name : name.slice(0, end);
  // A bracket that was opened before the handle was cut out.
  const closed = trimmed.includes("(") ? trimmed : trimmed.replace(/\)$/, "");
  return closed === "" ? null : closed;
}

const behalf = /\s*(?:,|;|\()?\s*\bon behalf of\b.*$/i;

/** Authors as a field names them: `Name (@handle)`, bare handles, bare names, groups, with remarks after a dash (V4). */
export function parseAuthors(value: string): readonly NamedPerson[] {
  return plain(value)
    .replace(behalf, "")
    .split(";")
    .flatMap((part) => withoutRemark(part).split(/,|\s+and\s+|\s+&\s+/i))
    .flatMap(readPeople);
}

/** `A (@a) — original proposal, now elsewhere` keeps what stands before the dash, if people do and none stand after it. */
function withoutRemark(part: string): string {
  const dash = part.search(/\s[–—-]\s/);
  if (dash < 0) return part;
  const [before, after] = [part.slice(0, dash), part.slice(dash)];
  return before.includes("@") && !after.includes("@") ? before : part;
}

function readPeople(text: string): readonly NamedPerson[] {
  const people: NamedPerson[] = [];
  let from = 0;
  for (const found of text.matchAll(mention)) {
    people.push({ name: cleanName(text.slice(from, found.index)), handle: found[1] ?? null });
    from = found.index + found[0].length;
  }
  if (people.length > 0) return people;
  const name = cleanName(text);
  if (name === null) return [];
  return /^[a-z0-9]/.test(name) && bareLogin.test(name) ? [{ name: null, handle: name }] : [{ name, handle: null }];
}

/** V5: absent, nobody, or a person; `@handle - Name` and `Name (@handle)` alike. */
export function parseSponsor(value: string | undefined): SponsorField {
  if (value === undefined) return { kind: "absent" };
  const text = plain(value);
  const [found] = text.matchAll(mention);
  if (nobody.test(text)) return { kind: "none" };
  if (found === undefined) return { kind: "person", ...(readPeople(text)[0] ?? { name: text, handle: null }) };
  const before = cleanName(text.slice(0, found.index));
  const after = cleanName(text.slice(found.index + found[0].length).split(/[,;(]/, 1)[0] ?? "");
  return { kind: "person", name: before ?? after, handle: found[1] ?? null };
}
