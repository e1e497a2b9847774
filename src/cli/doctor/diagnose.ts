import type { DoctorFacts, RepositoryFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";
import { judgeConformance } from "./judge-conformance.ts";
import { judgeConstitution } from "./judge-constitution.ts";
import { judgeGate } from "./judge-gate.ts";
import { judgeInstallation, judgeRegistration } from "./judge-grants.ts";
import { judgeLabels } from "./judge-labels.ts";
import { judgeClock, judgeStorage } from "./judge-machine.ts";
import { judgeRulesReview } from "./judge-rules-review.ts";
import { judgeWebhook } from "./judge-webhook.ts";

/** The findings about one thing: the installation as a whole, or one repository. */
export interface Section {
  /** Null for the installation. */
  readonly repository: string | null;
  readonly findings: readonly Finding[];
}

/** Everything there is to say about an installation. Pure: the same facts give the same report. */
export function diagnose(facts: DoctorFacts): readonly Section[] {
  const installation = [
    findingsOf("environment", facts.source).ok(`App ${facts.appId} at ${facts.apiBaseUrl}`),
    judgeStorage(facts),
    ...judgeRegistration(facts),
    ...(facts.app.known ? [judgeClock(facts), ...judgeWebhook(facts)] : []),
    ...judgePlaces(facts),
  ];
  const repositories = facts.repositories.known ? facts.repositories.value : [];
  return [
    { repository: null, findings: installation },
    ...repositories.map((repository) => ({ repository: repository.name, findings: judgeRepository(repository, facts) })),
  ];
}

function judgeRepository(repository: RepositoryFacts, { manifest }: DoctorFacts): readonly Finding[] {
  const rules = judgeConstitution(repository);
  // Without rules nothing is done there, and nothing else about it matters.
  if (repository.constitution.known && repository.constitution.value === null) return rules;
  return [
    ...judgeInstallation(repository, manifest),
    ...rules,
    judgeRulesReview(repository),
    ...judgeGate(repository),
    ...judgeLabels(repository),
    ...judgeConformance(repository),
  ];
}

function judgePlaces({ repositories, asked, app }: DoctorFacts): readonly Finding[] {
  const finding = findingsOf("installation", app.known ? app.value.page : "GitHub");
  if (!repositories.known)
    return app.known ? [finding.fail(`not known: ${repositories.why}`, "See that GitHub answers, and ask again.")] : [];
  const { length } = repositories.value;
  if (length > 0) return [finding.ok(`on ${length === 1 ? "1 repository" : `${length} repositories`}`)];
  return [
    finding.fail(
      asked === null ? "the App is installed nowhere" : `the App is not installed on ${asked}`,
      "Install it from its page, on the repository that receives proposals.",
    ),
  ];
}
