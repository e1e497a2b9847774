import type { ProposalDocument } from "../domain/proposal-document.ts";
import { foldCase, plainWords } from "./plain-words.ts";

/** `SEP-2549`, `sep-2549-ttl-present`, `SEP 2549`: how scenarios and their checks carry a number (SEP-2484, Reference Implementation). */
export function namesNumber(text: string, number: number, prefix = "SEP"): boolean {
  return new RegExp(`(?<![a-z0-9])${prefix}[-_ #]?0*${number}(?!\\d)`, "i").test(text);
}

/** True where a changelog speaks of the proposal: by number, by a link to its pull request, or by its title. */
export function namesProposal(text: string, number: number, document: Pick<ProposalDocument, "title">, prefix = "SEP"): boolean {
  if (namesNumber(text, number, prefix) || new RegExp(`(?:/pull/|/issues/|(?<![\\w&])#)${number}(?!\\d)`).test(text)) return true;
  const title = foldCase(plainWords(document.title ?? ""));
  return title.includes(" ") && foldCase(plainWords(text)).includes(title);
}
