import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { Governance } from "../../governance/model.ts";
import { splitWords } from "../index-spec/index.ts";
import type { NameLexicon } from "./name-lexicon.ts";

/** What a proposal says of itself. It is never counted in favour: it can only add a domain, or doubt (design section 5.3). */
export interface Declaration {
  readonly domain: string;
  /** `field`: a field names the domain or an identifier of it; `group`: it is written in a group's name. */
  readonly by: "field" | "group";
  readonly text: string;
  readonly line: number | null;
}

const fieldNames = /^(?:domain|track|area|category|working group|interest group|group|wg|ig|extension identifier|extension)s?$/i;
const authorFields = /^authors?(?:\(s\))?$/i;

export function readDeclarations(document: ProposalDocument, governance: Governance, names: NameLexicon): Declaration[] {
  const found: Declaration[] = [];
  for (const { name, value, line } of document.fields) {
    const isField = fieldNames.test(name.trim());
    if (!isField && !authorFields.test(name.trim())) continue;
    const by = isField ? "field" : "group";
    const claimed = domainsNamed(value, governance, isField ? 1 : 2);
    if (isField) for (const domain of names.find(value.replace(/[`\s]/g, ""))?.shares.keys() ?? []) claimed.add(domain);
    for (const domain of claimed) found.push({ domain, by, text: `the ${name.trim()} field says “${value.slice(0, 80)}”`, line });
  }
  return found;
}

/** Domains whose declared names stand in a text; names shorter than `leastWords` are too common to count there. */
function domainsNamed(text: string, governance: Governance, leastWords: number): Set<string> {
  const words = ` ${splitWords(text).join(" ")} `;
  const domains = new Set<string>();
  for (const { id, signals } of governance.domains.values()) {
    for (const name of [id, ...signals.declared]) {
      const own = splitWords(name);
      if (own.length >= leastWords && words.includes(` ${own.join(" ")} `)) domains.add(id);
    }
  }
  return domains;
}
