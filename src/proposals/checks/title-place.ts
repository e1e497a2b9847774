import type { ProposalDocument } from "../../domain/proposal-document.ts";
import { type Place, topOfFile } from "./finding.ts";

/** The line of the first heading, where what concerns the whole proposal is shown. */
export function titlePlace(document: ProposalDocument): Place {
  const title = document.sections.find((section) => section.level === 1) ?? document.sections[0];
  return title === undefined ? topOfFile : { line: title.line, column: title.column };
}
