import { changedFiles } from "../domain/head-files.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { AcceptedText } from "../domain/proposal-record.ts";
import type { Governance } from "../governance/index.ts";
import { readNormativeText } from "../proposals/index.ts";
import { classifyLaterChange, type OwnedChange } from "../routing/change/index.ts";
import { domainsOfPath } from "../routing/classify/index.ts";
import type { PlanInput } from "./plan-input.ts";
import { readSchemaFindings } from "./schema-findings.ts";

interface Proposal {
  readonly file: string;
  readonly document: ProposalDocument;
  readonly text: string;
}

/** X4, for a head whose own text is the accepted one: what it does to the schema and the specification beyond what was accepted. */
export function laterReasons(
  { file, document, text }: Proposal,
  accepted: AcceptedText,
  { snapshot, rules }: PlanInput,
): readonly string[] {
  const { governance } = rules;
  const others = snapshot.headFiles.filter(({ path }) => path !== file);
  const changed = changedFiles(accepted.files, others);
  const normative = readNormativeText(document, text, { prefix: governance.project.proposals.prefix });
  const { reasons } = classifyLaterChange({
    accepted: { document, text: normative },
    head: normative,
    // What a schema held before the acceptance can no longer be told from what it holds since: of one that changed, all counts.
    schemaFindings: readSchemaFindings(snapshot, governance),
    changedPaths: governance.project.specification.schema.filter((path) => changed.includes(path)),
    changed: accepted.domains === null ? [] : ownedBy(changed, governance),
    acceptedDomains: new Set(accepted.domains),
  });
  return reasons.map(({ code }) => code);
}

/** Pages of the specification. A schema is judged by its types, and the changelog is everybody's (R7.1). */
function ownedBy(paths: readonly string[], { domains, project }: Governance): readonly OwnedChange[] {
  const { schema, changelog } = project.specification;
  const pages = paths.filter((path) => !schema.includes(path) && !changelog.includes(path));
  return pages.map((name) => ({ kind: "path", name, shares: domainsOfPath(name, domains.values()) }));
}
