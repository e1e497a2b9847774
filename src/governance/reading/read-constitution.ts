import type { z } from "zod";
import type { FileProblem } from "../../domain/problem.ts";
import type { SourceFile } from "../../domain/source-file.ts";
import type { GroupFile } from "../schema/index.ts";
import { groupFile, isConstitutionPath, isGroupPath, limits, type SingleFile, singleFiles } from "./constitution-file.ts";
import { parseWritten, type WrittenFile } from "./parse-written.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

type Singles = { readonly [Name in SingleFile]: WrittenFile<z.infer<(typeof singleFiles)[Name]["schema"]>> | null };

/** The constitution as written (`GovernanceFile` of the design): null where a file cannot be used. */
export interface Written extends Singles {
  /** Groups whose files can be used, by path. */
  readonly groups: readonly WrittenFile<GroupFile>[];
  /** Every file that is valid YAML, whether or not its schema accepts it: enough to know which names it defines. */
  readonly raw: ReadonlyMap<string, unknown>;
}

export interface ConstitutionReading {
  readonly written: Written;
  /** True when every file is there and accepted by its schema. */
  readonly complete: boolean;
  /** Paths of all group files, readable or not. */
  readonly groupPaths: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** Reads the files of a constitution; others in the folder (presets, schema, readme) are left alone. */
export function readConstitution(files: readonly SourceFile[]): ConstitutionReading {
  const relevant = files.filter((file) => isConstitutionPath(file.path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const problems: FileProblem[] = [];
  const tooMuch = oversize(relevant);
  if (tooMuch) return { written: nothing, complete: false, groupPaths: [], problems: [tooMuch] };

  const yaml = new Map<string, YamlFile>(relevant.map((file) => [file.path, readYaml(file)]));
  for (const file of yaml.values()) problems.push(...file.problems);

  function single<S extends z.ZodType>({ path, schema }: { path: string; schema: S }): WrittenFile<z.infer<S>> | null {
    const file = yaml.get(path);
    if (!file) {
      problems.push({
        file: path,
        line: 1,
        column: 1,
        severity: "error",
        code: "missing-file",
        message: `${path} is missing; a constitution cannot be read without it`,
        fix: `add ${path}; docs/reference/governance.md lists its keys`,
      });
      return null;
    }
    return held(schema, file);
  }
  function held<S extends z.ZodType>(schema: S, { path, content }: YamlFile): WrittenFile<z.infer<S>> | null {
    if (!content) return null;
    const { file, problems: found } = parseWritten(schema, path, content);
    problems.push(...found);
    return file;
  }

  const singles: Singles = {
    project: single(singleFiles.project),
    lifecycle: single(singleFiles.lifecycle),
    domains: single(singleFiles.domains),
    procedures: single(singleFiles.procedures),
    ladder: single(singleFiles.ladder),
    people: single(singleFiles.people),
  };
  const groupYaml = [...yaml.values()].filter((file) => isGroupPath(file.path));
  const groups = groupYaml.map((file) => held(groupFile.schema, file)).filter((file) => file !== null);
  const raw = new Map([...yaml].flatMap(([path, { content }]): [string, unknown][] => (content ? [[path, content.value]] : [])));
  const complete = groups.length === groupYaml.length && Object.values(singles).every((file) => file !== null);
  return { written: { ...singles, groups, raw }, complete, groupPaths: groupYaml.map((file) => file.path), problems };
}

const nothing: Written = {
  project: null,
  lifecycle: null,
  domains: null,
  procedures: null,
  ladder: null,
  people: null,
  groups: [],
  raw: new Map(),
};

function oversize(files: readonly SourceFile[]): FileProblem | null {
  const groups = files.filter((file) => isGroupPath(file.path)).length;
  const total = files.reduce((sum, file) => sum + file.text.length, 0);
  const problem = (message: string, fix: string): FileProblem => ({
    file: files[0]?.path ?? "project.yml",
    line: 1,
    column: 1,
    severity: "error",
    code: "constitution-too-large",
    message,
    fix,
  });
  if (groups > limits.groups)
    return problem(`${groups} group files; at most ${limits.groups} are read`, "delete the files of groups that never existed");
  if (total > limits.totalCharacters) {
    return problem(`${Math.ceil(total / 1024)} KB in all; at most ${limits.totalCharacters / 1024} KB are read`, "shorten the files");
  }
  return null;
}
