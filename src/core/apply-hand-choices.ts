import type { Classification } from "../domain/classification.ts";
import { primaryDomain } from "../domain/primary-domain.ts";
import { type ChangeClass, changeClasses } from "../domain/proposal-vocabulary.ts";
import type { Governance } from "../governance/index.ts";
import type { HandChoice } from "./hand-choices.ts";

/** The domain that people settled: the latest one put on by hand and not taken off since. */
export function findDomain(choices: readonly HandChoice[], { governance }: { readonly governance: Governance }): HandChoice | null {
  return choices.findLast(({ key, action }) => action === "set" && governance.domains.has(key)) ?? null;
}

/** The class that people settled, likewise. */
export function findChange(choices: readonly HandChoice[]): { readonly change: ChangeClass; readonly choice: HandChoice } | null {
  const choice = choices.findLast(({ action }) => action === "set");
  const change = changeClasses.find((each) => each === choice?.key);
  return choice && change ? { change, choice } : null;
}

/**
 * The classification as people leave it. What they put on beside the settled domain is touched, what they took off is not.
 * Labels by the proposal's own people only add. A primary domain that was taken off, with none put in its place, is in doubt.
 */
export function applyDomainChoices(
  seen: Classification,
  {
    settled,
    others,
    widened,
  }: { readonly settled: string | null; readonly others: readonly HandChoice[]; readonly widened: readonly HandChoice[] },
): Classification {
  const put = new Set([...others.filter(({ action }) => action === "set"), ...widened].map(({ key }) => key));
  const taken = new Map(others.filter(({ action }) => action === "removed").map((choice) => [choice.key, choice.login]));
  const domains = seen.domains.map((domain) =>
    domain.primary ? domain : { ...domain, touched: put.has(domain.id) || (domain.touched && !taken.has(domain.id)) },
  );
  const primary = primaryDomain(seen)?.id ?? "";
  const taker = settled === null ? taken.get(primary) : undefined;
  if (taker === undefined) return { ...seen, domains };
  return {
    domains,
    confident: false,
    doubts: [`\`${taker}\` took the label of \`${primary}\` off and put no other in its place.`, ...seen.doubts],
  };
}
