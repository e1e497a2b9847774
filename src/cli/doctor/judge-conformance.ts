import type { RepositoryFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** R7.2 is read from another repository; while it cannot be, no proposal that needs it becomes final. */
export function judgeConformance({ conformance }: RepositoryFacts): readonly Finding[] {
  if (conformance === null) return [];
  const { repository, paths } = conformance;
  const finding = findingsOf("conformance", repository);
  return [
    paths.known
      ? finding.ok(`can be read: ${paths.value.toLocaleString("en")} files`)
      : finding.fail(
          `cannot be read, so that no proposal can meet R7.2: ${paths.why}`,
          "See that the name under conformance in project.yml is right and the repository public, or install the App there.",
        ),
  ];
}
