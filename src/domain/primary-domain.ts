import type { Classification, DomainScore } from "./classification.ts";

/** What a proposal is about; null only where the constitution has no domain. */
export function primaryDomain({ domains }: Pick<Classification, "domains">): DomainScore | null {
  return domains.find(({ primary }) => primary) ?? null;
}
