import type { Governance } from "../../governance/model.ts";
import { type DomainShares, domainsOfPath } from "./domain-pages.ts";
import type { NameLexicon } from "./name-lexicon.ts";
import type { Mark } from "./tally.ts";

/** What a pull request changes beside the proposal itself. */
export interface Changes {
  /** Files, relative to the repository. */
  readonly paths: readonly string[];
  /** What differs in the schema, as `Type.field`. */
  readonly names: readonly string[];
}

/** A file of the specification, or a type of its schema, that changes, and whose it is. */
export interface ChangedThing {
  readonly kind: "path" | "schema";
  readonly name: string;
  readonly shares: DomainShares;
}

const pointsEach = 10;
/** A change of a thousand files says no more than one of many. */
const mostThings = 200;

/**
 * The changes that belong to somebody. A schema file belongs to everybody: whose it is depends on the types that differ.
 * Proposals, and pages that are made from them, are not the text that they change.
 */
export function resolveChanges({ paths, names }: Changes, governance: Governance, lexicon: NameLexicon): ChangedThing[] {
  const { proposals, specification } = governance.project;
  const proposalFolder = proposals.folder.split("/").at(-2) ?? "";
  const files = [...new Set(paths)]
    .sort()
    .filter((path) => !specification.schema.includes(path) && !path.split("/").includes(proposalFolder))
    .map((name) => ({ kind: "path", name, shares: domainsOfPath(name, governance.domains.values()) }) as const);
  const types = [...new Set(names.map((name) => name.split(/[.[]/)[0] ?? ""))]
    .sort()
    .filter((type) => !isRegister(type))
    .map((name) => ({ kind: "schema", name, shares: lexicon.find(name)?.shares ?? new Map() }) as const);
  return [...files, ...types].filter(({ shares }) => shares.size > 0).slice(0, mostThings);
}

/** Every feature enters its own key among the capabilities: to do so changes nobody else's surface. */
export function isRegister(type: string): boolean {
  return type.endsWith("Capabilities");
}

/** What changes is what a proposal is about: no other evidence weighs as much. */
export function readChanges(changed: readonly ChangedThing[]): Mark[] {
  return changed.flatMap(({ kind, name, shares }) =>
    [...shares].map(([domain, share]) => {
      const points = pointsEach * share;
      const text = kind === "path" ? `changes \`${name}\`` : `changes \`${name}\` in the schema`;
      return { domain, kind, text, points, specified: points, line: null };
    }),
  );
}
