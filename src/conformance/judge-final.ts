import { sortChangedFiles } from "./changed-pages.ts";
import type { FinalItem } from "./final-item.ts";
import { attested, type FinalEntry, type FinalInput, type FinalJudgement, missing, type Verdict } from "./final-judgement.ts";
import { judgeConformance } from "./judge-conformance.ts";
import { type Given, judgeChangelog, judgeSchema, judgeText } from "./judge-pages.ts";
import { requirementsFor } from "./requirements-for.ts";
import { type LinkPlaces, resolveLink } from "./resolve-link.ts";

/**
 * H3: holds what the sponsor attests against R7.1-R7.4 and against what can be seen of the pull request and of the conformance
 * repository. Pure: the same input gives the same judgement.
 */
export function judgeFinal(input: FinalInput): FinalJudgement {
  const pages = sortChangedFiles(input);
  const { document, change, attestation, implementationSection } = input;
  const requirements = requirementsFor({ type: document.type, change, schemaChanged: pages.schema.length > 0, implementationSection });
  const places: LinkPlaces = { ...input };
  let traceability: FinalJudgement["traceability"] = null;
  const entries = requirements.map(({ item, asked, why, clause }): FinalEntry => {
    const said = attestation.items.filter((each) => each.item === item);
    const links = [...new Set(said.flatMap((each) => each.links))];
    if (!asked) return { item, status: "not-needed", by: "machine", links, text: why, clause };
    const given: Given = {
      said,
      links: said.filter(({ kind }) => kind === "links").flatMap((each) => each.links.map((link) => resolveLink(link, places))),
    };
    return { item, links, clause, ...verdictOn(item, given) };
  });
  const isOpen = entries.some(({ status }) => status === "missing" || status === "unknown");
  return { entries, complete: !isOpen && attestation.problems.every(({ severity }) => severity !== "error"), traceability };

  function verdictOn(item: FinalItem, given: Given): Verdict {
    switch (item) {
      case "implementation":
        return judgeImplementation(input, given);
      case "schema":
        return judgeSchema(input, pages, given);
      case "text":
        return judgeText(input, pages, given);
      case "changelog":
        return judgeChangelog(input, pages, given);
      case "conformance": {
        const judged = judgeConformance(input, given);
        traceability = judged.traceability;
        return judged.verdict;
      }
    }
  }
}

/** Nobody but a person can tell that an implementation is complete; a link to the proposal itself is none. */
function judgeImplementation({ proposalFile }: FinalInput, { said, links }: Given): Verdict {
  if (said.some(({ kind }) => kind === "none"))
    return missing("`implementation: none` is not enough: a reference implementation is asked. Link it with `implementation: https://…`.");
  if (links.length === 0) return missing("No reference implementation is attested. Link it with `implementation: https://…`.");
  const places = links.filter((link) => link.kind !== "section" && pathOf(link) !== proposalFile);
  return places.length > 0
    ? attested("The sponsor attests that the reference implementation is complete.")
    : missing("The link leads to the SEP itself. Link the reference implementation with `implementation: https://…`.");
}

function pathOf(link: Given["links"][number]): string | null {
  if (link.kind === "changed") return link.file.path;
  return link.kind === "unchanged" ? link.path : null;
}
