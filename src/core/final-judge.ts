import type { ProposalFacts } from "../commands/command.ts";
import { judgeFinal, specificationPaths } from "../conformance/index.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { Assessment } from "./assess-proposal.ts";
import type { PlanInput } from "./plan-input.ts";

/** What `/final` is judged by at this head (H3), waiting for the sponsor's attestation. */
export function finalJudge(file: string, document: ProposalDocument, { change }: Assessment, input: PlanInput): ProposalFacts["final"] {
  const { snapshot, rules, conformance } = input;
  const { project } = rules.governance;
  const { pullRequest, repository, texts } = snapshot;
  const required = document.type === null ? undefined : project.proposals.types[document.type]?.required;
  return (attestation) =>
    judgeFinal({
      document,
      proposalFile: file,
      number: document.number ?? pullRequest.number,
      pullRequest: pullRequest.number,
      prefix: project.proposals.prefix,
      change: change.class,
      attestation,
      repository: `${repository.owner}/${repository.name}`,
      files: pullRequest.files,
      filesTruncated: pullRequest.filesTruncated,
      schemaFiles: project.specification.schema,
      changelogPaths: project.specification.changelog,
      specificationPaths: specificationPaths(rules.governance),
      changelogs: project.specification.changelog.map((path) => ({
        path,
        text: texts.find((pair) => pair.path === path)?.head.text ?? null,
      })),
      implementationSection: required?.includes("reference-implementation") ?? false,
      conformanceRepository: project.conformance?.repository ?? null,
      conformance: project.conformance ? (conformance ?? { kind: "unreadable", why: "it has not been read yet" }) : { kind: "absent" },
    });
}
