import type { PreambleField, ProposalDocument } from "../../domain/proposal-document.ts";
import { fieldKey } from "../parse-preamble.ts";

/** The first field of a name, as `fieldKey` gives it. */
export function findField(document: ProposalDocument, key: string): PreambleField | undefined {
  return document.fields.find((field) => fieldKey(field.name) === key);
}
