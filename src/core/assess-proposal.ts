import type { ChangeAssessment, Classification } from "../domain/classification.ts";
import { primaryDomain } from "../domain/primary-domain.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { Route } from "../domain/route.ts";
import type { Governance } from "../governance/index.ts";
import { assessChange, isDeprecation, type SchemaFinding } from "../routing/change/index.ts";
import type { Classifier } from "../routing/classify/index.ts";
import { decideRoute, ownersOf, personOf } from "../routing/route/index.ts";
import { applyDomainChoices, findChange, findDomain } from "./apply-hand-choices.ts";
import { resolveAuthors, resolveSponsor } from "./authors.ts";
import type { HandChoice, HandChoices } from "./hand-choices.ts";

export interface AssessInput {
  readonly governance: Governance;
  readonly classifier: Classifier;
  readonly document: ProposalDocument;
  /** Paths beside the proposal's own that the pull request changes. */
  readonly changedPaths: readonly string[];
  /** Null when it changes no schema file. */
  readonly schemaFindings: readonly SchemaFinding[] | null;
  readonly editsFinal: boolean;
  /** Logins that are authors whatever the file says: who opened the pull request. */
  readonly openedBy: readonly string[];
  /** Login of the recorded sponsor; null: whoever the file names. */
  readonly sponsoredBy?: string | null;
  /** Person ids of those who recused themselves. */
  readonly recused?: readonly string[];
  readonly choices: HandChoices;
  readonly proposedDelegations: "act" | "recommend";
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What Steward makes of a proposal's text. */
export interface Assessment {
  readonly classification: Classification;
  readonly change: ChangeAssessment;
  readonly route: Route;
  /** Logins that count as authors; the sponsor's login or null. */
  readonly authors: readonly string[];
  readonly sponsor: string | null;
  /** The choices of people that settled the domain and the class. */
  readonly domainBy: HandChoice | null;
  readonly changeBy: HandChoice | null;
  /** Choices of its own authors and sponsor: they stay in sight, and count only where they widen the concern. */
  readonly ownChoices: readonly HandChoice[];
}

/** Classifies, assesses and routes one proposal. The same for comments on GitHub and for `steward explain`. */
export function assessProposal(input: AssessInput): Assessment {
  const { governance, document, choices } = input;
  const authors = resolveAuthors(document, input.openedBy, governance);
  const sponsor = input.sponsoredBy ?? resolveSponsor(document, governance);
  const own = ownersOf({ governance, authors, sponsor });
  const isOwn = ({ login }: HandChoice) => own.has(personOf(login, { governance }));
  const theirs = {
    domains: choices.domains.filter((choice) => !isOwn(choice)),
    changes: choices.changes.filter((choice) => !isOwn(choice)),
  };
  const ownChoices = [...choices.domains, ...choices.changes].filter((choice) => isOwn(choice) && choice.action === "set");

  const domainBy = findDomain(theirs.domains, input);
  const read = input.classifier.classify(document, {
    changedPaths: input.changedPaths,
    changedNames: (input.schemaFindings ?? []).map(({ name }) => name),
    byHand: domainBy?.key ?? null,
  });
  const classification = applyDomainChoices(asFarAsRead(document, read), {
    settled: domainBy?.key ?? null,
    others: theirs.domains,
    widened: choices.domains.filter((choice) => isOwn(choice) && choice.action === "set"),
  });

  const changeBy = findChange(theirs.changes);
  const change = assessChange(document, {
    schemaFindings: input.schemaFindings,
    classification,
    governance,
    byHand: changeBy?.change ?? null,
  });
  const owner = governance.domains.get(primaryDomain(classification)?.id ?? "")?.owner ?? null;
  const exclusionsMet = owner === null ? [] : input.classifier.exclusionsMet(document, owner);
  const deprecates = isDeprecation(document);
  const routeFor = (changed: ChangeAssessment) =>
    decideRoute({
      governance,
      type: document.type,
      change: changed.class,
      classification,
      deprecates,
      editsFinal: input.editsFinal,
      authors,
      sponsor,
      recused: input.recused ?? [],
      exclusionsMet,
      proposedDelegations: input.proposedDelegations,
      today: input.today,
    });

  const found = { change, route: routeFor(change) };
  const claimed = changeBy ? null : findChange(choices.changes.filter(isOwn));
  const widened = claimed ? { class: claimed.change, evidence: [declared(claimed.choice)] } : null;
  const widenedRoute = widened ? routeFor(widened) : null;
  const counts = widened && widenedRoute && found.route.kind === "group" && widenedRoute.kind === "core";
  return {
    classification,
    ...(counts ? { change: widened, route: widenedRoute } : found),
    authors,
    sponsor,
    domainBy,
    changeBy: changeBy?.choice ?? null,
    ownChoices,
  };
}

/** Of a text that is too long only the beginning was read; nothing sure can be said of the rest. */
function asFarAsRead({ problems }: ProposalDocument, read: Classification): Classification {
  if (!problems.some(({ code }) => code === "file-too-large")) return read;
  return { ...read, confident: false, doubts: ["Only the beginning of the file was read: it is too large.", ...read.doubts] };
}

function declared({ login }: HandChoice) {
  return { kind: "declared", text: `its author ${login} set the label`, weight: 0, line: null } as const;
}
