import type { Governance, Person } from "../model.ts";
import { countOrganisations } from "../organisations.ts";
import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { GroupFile, Procedure } from "../schema/index.ts";
import { isRunning, seatedOn } from "../seats.ts";
import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Checked } from "./rule.ts";

/** Who decides when a delegation acts, and how. */
export interface Electorate {
  readonly file: WrittenFile<GroupFile>;
  /** Where the first delegation names the procedure. */
  readonly at: KeyPath;
  readonly procedure: Procedure;
  /** Where procedures.yml defines it, as `procedures.yml:14`. */
  readonly clause: string;
  /** Everybody with a seat, whether or not the term runs. */
  readonly everybody: readonly Person[];
  /** Those whose term runs today. */
  readonly voters: readonly Person[];
  /** Authors and sponsors take no part. */
  readonly recuses: boolean;
  /** A lead's term runs. Without one nobody decides, whoever votes; that is another finding. */
  readonly isLed: boolean;
}

/** One per chartered Working Group and procedure of its delegations; none where nobody is named, which is another finding. */
export function electorates({ written, governance, today }: Checked): readonly Electorate[] {
  const { procedures } = written;
  if (!governance || !procedures) return [];
  return written.groups.flatMap((file) => {
    const group = governance.groups.get(file.value.id);
    if (file.value.status !== "chartered" || !group) return [];
    // Whom an unknown login stands for, nobody can tell.
    const seats = [...file.value.leads, ...file.value.members];
    if (seats.some((seat) => !governance.personByLogin.has(seat.person.toLowerCase()))) return [];
    const isLed = file.value.leads.some((seat) => isRunning(seat, today));
    const everybody = peopleOf(
      governance,
      group.voters.map((seat) => seat.person),
    );
    const voters = peopleOf(governance, seatedOn(group.voters, today));
    const held = lawfulDelegationsOf({ groups: [file] });
    return held.flatMap(({ delegation, at }, index): readonly Electorate[] => {
      const procedure = governance.procedures.get(delegation.procedure);
      const isFirst = held.findIndex((other) => other.delegation.procedure === delegation.procedure) === index;
      if (!procedure || !isFirst || everybody.length === 0) return [];
      const place = procedures.value.procedures.indexOf(procedure);
      const clause = `${procedures.path}:${procedures.places.value(["procedures", place]).line}`;
      const recuses =
        governance.rules["act-on-own"] === "recused" || (procedure.kind === "lazy-consensus" && procedure.consents.excluding.length > 0);
      return [{ file, at: [...at, "procedure"], procedure, clause, everybody, voters, recuses, isLed }];
    });
  });
}

function peopleOf(governance: Governance, ids: readonly string[]): readonly Person[] {
  return ids.flatMap((id) => governance.people.get(id) ?? []);
}

/** How many must say yes before the procedure can accept anything. */
export function yesNeeded(procedure: Procedure): number {
  switch (procedure.kind) {
    case "lazy-consensus":
      return procedure.consents.needed;
    case "approval":
      return procedure.needed;
    case "vote":
      return 1;
  }
}

/** From how many organisations they must come. */
export function organisationsNeeded(procedure: Procedure): number {
  return procedure.kind === "lazy-consensus" ? procedure.consents.organisations : 0;
}

/** What even this whole electorate lacks, as the end of a sentence; null when it can decide. Unstated organisations might differ. */
export function lackOfEverybody({ procedure, everybody }: Electorate): string | null {
  const needed = yesNeeded(procedure);
  if (everybody.length < needed) return `${needed} persons must say yes, and the group has ${everybody.length}`;
  const organisations = countOrganisations(everybody);
  const unstated = everybody.filter((person) => person.affiliation === null).length;
  const wanted = organisationsNeeded(procedure);
  // All of one organisation is a case of its own, in which Core decides meanwhile.
  if (organisations + unstated < wanted && organisations > 1)
    return `they must come from ${wanted} organisations, and the group has ${organisations}`;
  return null;
}

/** Whether these voters can decide: two persons and two organisations at least (design section 5), and what the procedure asks. */
export function canDecide(procedure: Procedure, voters: readonly Person[]): boolean {
  const organisations = Math.max(2, organisationsNeeded(procedure));
  return voters.length >= Math.max(2, yesNeeded(procedure)) && countOrganisations(voters) >= organisations;
}

/** Where the group's file gives this person a seat. */
export function seatPath(file: WrittenFile<GroupFile>, person: Person): KeyPath {
  const logins = new Set(person.accounts.map((account) => account.login.toLowerCase()));
  for (const list of ["leads", "members"] as const) {
    const index = file.value[list].findIndex((seat) => logins.has(seat.person.toLowerCase()));
    if (index >= 0) return [list, index, "person"];
  }
  return ["leads"];
}
