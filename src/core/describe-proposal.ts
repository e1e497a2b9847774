import { primaryDomain } from "../domain/primary-domain.ts";
import type { Problem } from "../domain/problem.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { ProposalStatus } from "../render/index.ts";
import { personOf } from "../routing/route/index.ts";
import type { Assessment } from "./assess-proposal.ts";
import type { HandChoice, HandChoices } from "./hand-choices.ts";
import { dayOf, type PlanInput } from "./plan-input.ts";
import { statusContext } from "./status-context.ts";
import { suggestSponsors } from "./suggest-sponsors.ts";

interface ReadProposal {
  readonly document: ProposalDocument;
  readonly assessment: Assessment;
  readonly choices: HandChoices;
  readonly problems: readonly Problem[];
  readonly record: ProposalRecord;
  readonly strayStates: readonly string[];
}

/** What the status comment and the check say about a proposal that was read. */
export function describeProposal(
  { document, assessment, choices, problems, record, strayStates }: ReadProposal,
  input: PlanInput,
): ProposalStatus {
  const { governance } = input.rules;
  const { sponsor } = document;
  const labelOf = ({ key, login }: HandChoice) => {
    const label = governance.domains.get(key)?.label ?? `${governance.project.labels["change-prefix"]}${key}`;
    return { label, login };
  };
  return {
    ...statusContext(input),
    kind: "proposal",
    file: document.file,
    state: record.state,
    classification: assessment.classification,
    change: assessment.change,
    route: assessment.route,
    problems,
    missing: [
      ...(governance.project["front-door"]["group-required"] && record.group.stands === null ? (["group"] as const) : []),
      ...(sponsor.kind === "person" || record.sponsor !== null ? [] : (["sponsor"] as const)),
    ],
    sponsor: sponsor.kind === "person" ? (sponsor.handle ?? sponsor.name) : null,
    domainBy: assessment.domainBy && labelOf(assessment.domainBy),
    changeBy: assessment.changeBy && labelOf(assessment.changeBy),
    ownLabels: assessment.ownChoices.map(labelOf),
    takenOff: findTakenOff(assessment, choices).map(labelOf),
    strayStates,
    record,
    events: input.ledger,
    now: input.now,
    digest: record.text?.digest ?? null,
    sponsorSuggestions: suggestSponsors({
      governance,
      domain: primaryDomain(assessment.classification)?.id ?? null,
      authors: new Set(assessment.authors.map((login) => personOf(login, { governance }))),
      sponsored: input.sponsored ?? new Map(),
      today: dayOf(input.now),
    }),
    requirements: [],
    recordHash: input.ledger.findLast(({ fact }) => fact.type === "decision-closed" || fact.type === "record-ended")?.hash ?? null,
    recordJson: null,
  };
}

/** Of the labels that Steward would put on, those that a person took off. */
function findTakenOff({ classification, change }: Assessment, { domains, changes }: HandChoices): readonly HandChoice[] {
  const primary = primaryDomain(classification)?.id;
  const wanted = [...domains.filter(({ key }) => key === primary), ...changes.filter(({ key }) => key === change.class)];
  return wanted.filter(({ action }) => action === "removed");
}
