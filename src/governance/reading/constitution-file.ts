import type { z } from "zod";
import { DomainsFile, GroupFile, LadderFile, LifecycleFile, PeopleFile, ProceduresFile, ProjectFile } from "../schema/index.ts";

/** The single files of a constitution with their schemas; `groups/<id>.yml` come beside them. */
export const singleFiles = {
  project: { path: "project.yml", schema: ProjectFile },
  lifecycle: { path: "lifecycle.yml", schema: LifecycleFile },
  domains: { path: "domains.yml", schema: DomainsFile },
  procedures: { path: "procedures.yml", schema: ProceduresFile },
  ladder: { path: "ladder.yml", schema: LadderFile },
  people: { path: "people.yml", schema: PeopleFile },
} as const satisfies Record<string, { path: string; schema: z.ZodType }>;

export type SingleFile = keyof typeof singleFiles;

export const groupFile = { schema: GroupFile } as const;

const singlePaths: ReadonlySet<string> = new Set(Object.values(singleFiles).map((file) => file.path));
const groupPath = /^groups\/[^/]+\.ya?ml$/;

/** True for a group's charter, `groups/<id>.yml`. */
export function isGroupPath(path: string): boolean {
  return groupPath.test(path);
}

/** True for the files that make up a constitution: presets, JSON Schema and readme files beside them are none. */
export function isConstitutionPath(path: string): boolean {
  return singlePaths.has(path) || isGroupPath(path);
}

/** What one constitution may weigh: anybody can propose one, and reading must not stall. A real one takes about a tenth. */
export const limits = {
  fileCharacters: 256 * 1024,
  totalCharacters: 1024 * 1024,
  groups: 200,
  aliases: 100,
  /** Problems of one kind that are reported in full. */
  problems: 100,
} as const;
