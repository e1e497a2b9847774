import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { SourceFile } from "../../src/domain/source-file.ts";
import { type Governance, type LoadedGovernance, loadGovernance } from "../../src/governance/index.ts";

const root = join(import.meta.dirname, "..", "..");

export const shippedFolders = ["governance", "governance/presets/status-quo", "governance/presets/release-cycle"] as const;
export type ShippedFolder = (typeof shippedFolders)[number];

/** The files of a constitution that this repository ships, as the loader takes them. */
export function readShipped(folder: ShippedFolder): readonly SourceFile[] {
  const here = join(root, folder);
  const top = readdirSync(here).filter((name) => name.endsWith(".yml"));
  const groups = readdirSync(join(here, "groups")).map((name) => `groups/${name}`);
  return [...top, ...groups].map((path) => ({ path, text: readFileSync(join(here, path), "utf8") }));
}

export function loadShipped(folder: ShippedFolder, today: string): LoadedGovernance {
  return loadGovernance(readShipped(folder), { commit: null, today });
}

export function shippedGovernance(folder: ShippedFolder, today: string): Governance {
  const { governance, problems } = loadShipped(folder, today);
  if (!governance) throw new Error(`${folder} cannot be loaded: ${problems.map(({ message }) => message).join("; ")}`);
  return governance;
}

/** Collected facts about the project that the shipped constitution models; null where they are not beside the repository. */
export function readFact(name: string): string | null {
  const path = join(root, "..", "shared", "mcp", name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

interface FactSeat {
  readonly login: string;
  readonly level?: string;
}

export interface FactGroup {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly github_team?: string | null;
  readonly charter?: string;
  readonly chartered_on?: string;
  readonly leads?: readonly FactSeat[];
  readonly facilitators?: readonly FactSeat[];
  readonly members?: readonly FactSeat[];
}

export interface Facts {
  readonly lead_maintainers: readonly string[];
  readonly core_maintainers: readonly string[];
  readonly community_moderators: readonly string[];
  readonly emeritus: readonly { readonly login: string }[];
  readonly groups: readonly FactGroup[];
  readonly people: readonly {
    readonly login: string;
    readonly name?: string;
    readonly organisations?: readonly string[];
    readonly maintainers_md?: readonly string[];
    readonly access?: readonly string[];
  }[];
  readonly same_person: readonly { readonly logins: readonly string[] }[];
}

export interface Taxonomy {
  readonly domains: readonly {
    readonly id: string;
    readonly label: string;
    readonly owner: string | null;
    readonly advisory: readonly string[];
    readonly paths: readonly string[];
  }[];
}

/** A file of facts as data; the shapes above are those of its own schema note. */
export function parseFact<T>(text: string): T {
  return parse(text);
}
