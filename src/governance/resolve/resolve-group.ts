import type { Delegation, Group, Seat } from "../model.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { GroupFile } from "../schema/index.ts";
import { isRunning } from "../seats.ts";
import { clauseAt } from "./clause-at.ts";

interface Names {
  readonly today: string;
  readonly personByLogin: ReadonlyMap<string, string>;
  readonly isDomain: (id: string) => boolean;
  readonly isProcedure: (id: string) => boolean;
  readonly isAuthority: (id: string) => boolean;
}

/**
 * A charter with its names resolved. What is written against the rules is left out rather than guessed, so that a mistake
 * never makes a route more delegated: unknown people, domains outside the scope, delegations to an Interest Group.
 */
export function resolveGroup(file: WrittenFile<GroupFile>, names: Names): Group {
  const { value } = file;
  const owns = value.scope.owns.filter(names.isDomain);
  const leads = resolveSeats(value.leads, names);
  return {
    id: value.id,
    name: value.name,
    kind: value.kind,
    status: value.status,
    charter: value.charter?.text ?? null,
    team: value.team ?? null,
    contact: value.contact ?? null,
    meetings: value.meetings ?? null,
    leads,
    voters: onePerPerson([...leads, ...resolveSeats(value.members, names)], names.today),
    owns,
    advises: value.scope.advises.filter(names.isDomain),
    excludes: value.scope.excludes.map((exclusion, index) => ({ ...exclusion, clause: clauseAt(file, ["scope", "excludes", index]) })),
    delegations: value.kind === "working-group" ? resolveDelegations(file, owns, names) : [],
    clause: clauseAt(file, ["id"]),
    scopeClause: clauseAt(file, ["scope"]),
  };
}

function resolveSeats(seats: GroupFile["leads"], { personByLogin }: Names): readonly Seat[] {
  return seats.flatMap((seat) => {
    const person = personByLogin.get(seat.person.toLowerCase());
    return person === undefined ? [] : [{ person, since: seat.since ?? null, until: seat.until ?? null }];
  });
}

/** Of several seats of one person the one that runs today stands, and of those the one that ends last. */
function onePerPerson(seats: readonly Seat[], today: string): readonly Seat[] {
  const best = new Map<string, Seat>();
  const weight = (seat: Seat): string => `${isRunning(seat, today) ? 1 : 0}${seat.until ?? "9999-12-31"}`;
  for (const seat of seats) {
    const other = best.get(seat.person);
    if (!other || weight(seat) > weight(other)) best.set(seat.person, seat);
  }
  return [...best.values()];
}

function resolveDelegations(file: WrittenFile<GroupFile>, owns: readonly string[], names: Names): readonly Delegation[] {
  return file.value.delegations.flatMap((written, index) => {
    if (written.decision !== "accept") return []; // a recommendation grants nothing
    const domains = written.domains.filter((domain) => owns.includes(domain));
    if (domains.length === 0 || !names.isProcedure(written.procedure) || !names.isAuthority(written.oversight.by)) return [];
    return [
      {
        domains,
        types: written.types,
        changes: written.changes,
        procedure: written.procedure,
        oversight: { kind: written.oversight.kind, by: written.oversight.by, within: written.oversight.within ?? null },
        joint: written.joint,
        alongside: written.alongside.filter(names.isDomain),
        since: written.since ?? null,
        until: written.until ?? null,
        adopted: written.adopted,
        source: written.clause,
        clause: clauseAt(file, ["delegations", index]),
      },
    ];
  });
}
