import type { DomainScore } from "../../domain/classification.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import type { ChangeClass } from "../../domain/proposal-vocabulary.ts";
import type { Domain, Group } from "../../governance/index.ts";
import type { RouteInput } from "./route-input.ts";

/** A domain that changes beside the primary one, and whose it is; `owner` is null where Core keeps it. */
export interface TouchedDomain {
  readonly id: string;
  readonly owner: Group | null;
  readonly domain: Domain | null;
}

/** The input with its names looked up once. */
export interface Situation extends RouteInput {
  readonly primary: DomainScore | null;
  readonly domain: Domain | null;
  readonly owner: Group | null;
  /** Each once, without the primary, in the order of the classification. */
  readonly touched: readonly TouchedDomain[];
  /** The class that delegations are asked about: `unclear` counts as breaking until a person says otherwise. */
  readonly effectiveChange: ChangeClass;
}

/** A proposal whose primary domain belongs to a group. */
export interface OwnedSituation extends Situation {
  readonly primary: DomainScore;
  readonly domain: Domain;
  readonly owner: Group;
}

export function isOwned(situation: Situation): situation is OwnedSituation {
  return situation.primary !== null && situation.domain !== null && situation.owner !== null;
}

export function resolveSituation(input: RouteInput): Situation {
  const { domains } = input.classification;
  const primary = primaryDomain({ domains });
  const others = domains.filter((domain) => domain.touched && domain.id !== primary?.id).map(({ id }) => id);
  return {
    ...input,
    primary,
    domain: primary ? (input.governance.domains.get(primary.id) ?? null) : null,
    owner: primary ? ownerOf(primary.id, input) : null,
    touched: [...new Set(others)].map((id) => ({ id, owner: ownerOf(id, input), domain: input.governance.domains.get(id) ?? null })),
    effectiveChange: input.change === "unclear" ? "breaking" : input.change,
  };
}

function ownerOf(domain: string, { governance }: RouteInput): Group | null {
  return governance.groups.get(governance.domains.get(domain)?.owner ?? "") ?? null;
}
