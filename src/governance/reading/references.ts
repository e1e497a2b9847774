import type { DomainsFile, GroupFile, LadderFile, LifecycleFile, PeopleFile, ProceduresFile, ProjectFile } from "../schema/index.ts";
import type { DefinedNames } from "./defined-names.ts";
import type { KeyPath } from "./key-path.ts";
import type { WrittenFile } from "./parse-written.ts";
import type { Written } from "./read-constitution.ts";
import { valueAt } from "./value-at.ts";

type Kind = keyof DefinedNames;

interface Named {
  readonly kind: Kind;
  readonly name: string;
  readonly at: KeyPath;
}

/** A place where a file names something that is defined elsewhere. */
export interface Reference extends Named {
  readonly file: WrittenFile<unknown>;
}

/** Every reference of the constitution that is written down; names that come from defaults are not. */
export function references(written: Written): readonly Reference[] {
  return [
    ...collected(written, written.project, namesInProject),
    ...collected(written, written.lifecycle, namesInLifecycle),
    ...collected(written, written.domains, namesInDomains),
    ...collected(written, written.procedures, namesInProcedures),
    ...collected(written, written.ladder, namesInLadder),
    ...collected(written, written.people, namesInPeople),
    ...written.groups.flatMap((group) => collected(written, group, namesInGroup)),
  ];
}

function collected<T>(written: Written, file: WrittenFile<T> | null, namesIn: (value: T) => readonly Named[]): readonly Reference[] {
  if (!file) return [];
  const raw = written.raw.get(file.path);
  return namesIn(file.value)
    .filter(({ at }) => valueAt(raw, at) !== undefined)
    .map((named) => ({ ...named, file }));
}

const one = (kind: Kind, at: KeyPath, name: string | undefined): readonly Named[] => (name === undefined ? [] : [{ kind, name, at }]);

const many = (kind: Kind, at: KeyPath, names: readonly string[] = []): readonly Named[] =>
  names.map((name, index) => ({ kind, name, at: [...at, index] }));

/** Names in each entry of a list. */
function each<T>(list: readonly T[], at: KeyPath, namesIn: (entry: T, at: KeyPath) => readonly Named[]): readonly Named[] {
  return list.flatMap((entry, index) => namesIn(entry, [...at, index]));
}

function namesInProject(project: ProjectFile): readonly Named[] {
  return [
    ...one("authority", ["governance-authority"], project["governance-authority"]),
    ...many("person", ["recorders"], project.recorders),
    ...many("authority", ["holds", "by"], project.holds.by).filter(({ name }) => name !== "group-lead" && name !== "sponsor"),
    ...Object.entries(project.authorities).flatMap(([id, authority]) => [
      ...many("level", ["authorities", id, "levels"], authority.levels),
      ...one("procedure", ["authorities", id, "procedure"], authority.procedure),
    ]),
    ...each(project.amendments ?? [], ["amendments"], (amendment, at) => [
      ...many("authority", [...at, "proposed-by"], amendment["proposed-by"]).filter(({ name }) => name !== "group-lead"),
      ...one("authority", [...at, "by"], amendment.by),
      ...one("procedure", [...at, "procedure"], amendment.procedure),
    ]),
    ...many("authority", ["front-door", "sponsorship", "authorities"], project["front-door"].sponsorship?.authorities),
    ...one("procedure", ["front-door", "sponsorship", "procedure"], project["front-door"].sponsorship?.procedure),
    ...each(project.queue?.roadmap ?? [], ["queue", "roadmap"], (area, at) => many("group", [...at, "groups"], area.groups)),
    ...one("authority", ["escalation", "to"], project.escalation?.to),
    ...each(project.reserved, ["reserved"], (matter, at) => [
      ...many("domain", [...at, "domains"], matter.domains),
      ...one("authority", [...at, "by"], matter.by),
    ]),
  ];
}

function namesInLifecycle(lifecycle: LifecycleFile): readonly Named[] {
  return [
    ...one("state", ["initial"], lifecycle.initial),
    ...each(lifecycle.transitions, ["transitions"], (transition, at) => [
      ...many("state", [...at, "from"], transition.from),
      ...one("state", [...at, "to"], transition.to),
      ...many("authority", [...at, "by"], transition.by).filter(({ name }) => name === "core-maintainers" || name === "lead-maintainers"),
    ]),
    ...each(lifecycle.timers, ["timers"], (timer, at) => one("state", [...at, "state"], timer.state)),
  ];
}

function namesInDomains({ domains }: DomainsFile): readonly Named[] {
  return each(domains, ["domains"], (domain, at) =>
    each(domain.out, [...at, "out"], (out, place) => one("domain", [...place, "domain"], out.domain)),
  );
}

function namesInProcedures({ procedures }: ProceduresFile): readonly Named[] {
  return each(procedures, ["procedures"], (procedure, at) =>
    procedure.kind === "lazy-consensus" ? one("procedure", [...at, "on-block"], procedure["on-block"]) : [],
  );
}

function namesInLadder(ladder: LadderFile): readonly Named[] {
  const roles = new Set(ladder["group-roles"].map((role) => role.id));
  // A role inside a group may build on another role; a level builds on levels only.
  const kindFor = (list: keyof LadderFile) => (named: Named) =>
    list === "group-roles" && roles.has(named.name) && named.kind === "level" ? { ...named, kind: "group-role" as const } : named;
  return (["levels", "group-roles"] as const).flatMap((list) =>
    each(ladder[list], [list], (level, at) => [
      ...many("level", [...at, "after"], level.after),
      ...each(level.requirements, [...at, "requirements"], (requirement, place) =>
        one("level", [...place, "at", "level"], requirement.at?.level),
      ),
      ...each(level.sponsors, [...at, "sponsors"], (sponsors, place) => many("level", [...place, "levels"], sponsors.levels)),
      ...each(level.approvers, [...at, "approvers"], (approver, place) => [
        ...one("authority", [...place, "authority"], approver.authority),
        ...one("procedure", [...place, "procedure"], approver.procedure),
      ]),
    ]).map(kindFor(list)),
  );
}

function namesInPeople({ people }: PeopleFile): readonly Named[] {
  return each(people, ["people"], (person, at) => [
    ...each(person.levels, [...at, "levels"], (held, place) => one("level", [...place, "level"], held.level)),
    ...many("level", [...at, "emeritus"], person.emeritus),
  ]);
}

function namesInGroup(group: GroupFile): readonly Named[] {
  return [
    ...(["leads", "members"] as const).flatMap((list) =>
      each(group[list], [list], (seat, at) => one("person", [...at, "person"], seat.person)),
    ),
    ...many("domain", ["scope", "owns"], group.scope.owns),
    ...many("domain", ["scope", "advises"], group.scope.advises),
    ...each(group.scope.excludes, ["scope", "excludes"], (exclusion, at) => many("domain", [...at, "domains"], exclusion.domains)),
    ...each(group.delegations, ["delegations"], (delegation, at) => [
      ...many("domain", [...at, "domains"], delegation.domains),
      ...many("domain", [...at, "alongside"], delegation.alongside),
      ...one("procedure", [...at, "procedure"], delegation.procedure),
      ...one("authority", [...at, "oversight", "by"], delegation.oversight.by),
    ]),
    ...many("group", ["merges"], group.merges),
  ];
}
