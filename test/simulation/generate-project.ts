import type { Dice } from "./dice.ts";
import { findErrors } from "./governance-of.ts";
import type { SimAccount, SimGroup, SimPerson, SimProposal, SimRules } from "./history.ts";

export interface SimProject {
  readonly rules: SimRules;
  readonly proposal: SimProposal;
}

/** Accounts that no roster knows. */
export const strangers: readonly number[] = [9001, 9002];
const organisations = ["Hexa", "Orbit", "Tern", "Aster", "independent", null] as const;
const zones = ["UTC", "Europe/Oslo", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"] as const;
const dayInMs = 86_400_000;

const mostTries = 200;

/** People, groups, rules and a proposal; only constitutions without an error come out. */
export function generateProject(dice: Dice): SimProject {
  let wrong: readonly string[] = [];
  for (let tries = 0; tries < mostTries; tries++) {
    const project = draw(dice);
    wrong = findErrors(project.rules, project.proposal);
    if (wrong.length === 0) return project;
  }
  throw new Error(`No lawful constitution was drawn; the last one has\n${wrong.join("\n")}`);
}

function draw(dice: Dice): SimProject {
  const openedAt = Date.UTC(2026, dice.between(0, 11), dice.between(1, 28), dice.between(0, 23), dice.between(0, 59), 7);
  const people = Array.from({ length: dice.between(9, 13) }, (_, index) => aPerson(dice, index, openedAt));
  const ids = people.map(({ id }) => id);
  const groups = Array.from({ length: dice.between(1, 3) }, (_, index): SimGroup => {
    const leads = dice.some(ids, 1, 3);
    return {
      id: `${["tools", "events", "files"][index] ?? "other"}-wg`,
      leads,
      members: dice.some(
        ids.filter((id) => !leads.includes(id)),
        2,
        5,
      ),
    };
  });
  const joint = groups.length > 1 && dice.chance(0.3);
  const opener = dice.chance(0.5) ? dice.pick(strangers) : dice.pick(people).accounts[0]?.accountId;
  const consents = dice.between(0, 3);
  const rules: SimRules = {
    people,
    groups,
    timeZone: dice.pick(zones),
    holidays: dice.chance(0.5) ? [isoDay(openedAt + 20 * dayInMs), isoDay(openedAt + 21 * dayInMs)] : [],
    groupRequired: dice.chance(0.4),
    sponsorOwn: dice.chance(0.7) ? "allowed" : "refused",
    consensus: {
      minorDays: dice.between(2, 5),
      significantDays: dice.between(5, 12),
      consents,
      organisations: dice.between(0, Math.min(consents, 2)),
    },
    groupVote: {
      days: dice.between(3, 8),
      quorum: dice.pick([0, 0.3, 0.5, 0.75]),
      threshold: dice.pick(["majority", "two-thirds"]),
      abstainCounts: dice.chance(0.6),
      earlyClose: dice.chance(0.4),
    },
    coreVote: { days: dice.between(3, 8), insideReviewWindow: dice.chance(0.5) },
    oversight: dice.chance(0.75) ? { kind: "veto-window", businessDays: dice.between(2, 6) } : { kind: "approval" },
    contestBusinessDays: dice.between(2, 6),
    answerBusinessDays: 5,
    holdDays: dice.between(7, 20),
    reviewWindows: dice.chance(0.5) ? [{ opens: isoDay(openedAt), closes: isoDay(openedAt + dice.between(10, 60) * dayInMs) }] : [],
    recorders: dice.chance(0.5) ? [dice.pick(ids)] : [],
  };
  const proposal: SimProposal = {
    openedBy: opener ?? strangers[0] ?? 9001,
    authors: dice.chance(0.3) ? [dice.pick(ids)] : [],
    openedAt,
    groups: joint ? groups.slice(0, 2).map(({ id }) => id) : groups.slice(0, 1).map(({ id }) => id),
    route: !joint && dice.chance(0.25) ? "core" : "delegated",
  };
  return { rules, proposal };
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The first four are of Core, and one of them leads it; the two after them are Maintainers. */
function aPerson(dice: Dice, index: number, openedAt: number): SimPerson {
  const id = ["ada", "bob", "cyd", "dan", "eve", "fay", "gus", "hal", "ida", "jon", "kim", "lou", "max"][index] ?? `person-${index}`;
  const account = (login: string, accountId: number, pinned = true): SimAccount => ({ login, accountId, pinned });
  const pinned = dice.chance(0.95);
  const second = dice.chance(0.25) ? [account(`${id}-two`, 200 + index, dice.chance(0.8))] : [];
  const from = openedAt + dice.between(5, 40) * dayInMs;
  const levels = index === 0 ? (["lead-maintainer"] as const) : index < 4 ? (["core-maintainer"] as const) : (["maintainer"] as const);
  return {
    id,
    accounts: [account(id, 100 + index, pinned), ...second],
    organisation: dice.pick(organisations),
    levels: index < 6 ? levels : dice.chance(0.15) ? ["core-maintainer"] : ["member"],
    emeritus: dice.chance(0.04),
    away: dice.chance(0.3) ? [{ from: isoDay(from), until: isoDay(from + dice.between(1, 40) * dayInMs) }] : [],
  };
}

/** The constitution as somebody changes it while the proposal is on its way; the same where the change would be unlawful. */
export function changeRules(dice: Dice, { rules, proposal }: SimProject): SimRules {
  const ids = rules.people.map(({ id }) => id);
  const seated = rules.groups.filter(({ id }) => proposal.groups.includes(id)).flatMap(({ leads, members }) => [...leads, ...members]);
  const target = seated.length > 0 && dice.chance(0.6) ? dice.pick(seated) : dice.pick(ids);
  const people = (change: (person: SimPerson) => SimPerson): SimRules => ({
    ...rules,
    people: rules.people.map((person) => (person.id === target ? change(person) : person)),
  });
  const group = dice.pick(rules.groups).id;
  const groups = (change: (each: SimGroup) => SimGroup): SimRules => ({
    ...rules,
    groups: rules.groups.map((each) => (each.id === group ? change(each) : each)),
  });
  const changed = dice.pick<() => SimRules>([
    () => people((person) => ({ ...person, emeritus: !person.emeritus })),
    () => people((person) => ({ ...person, levels: person.levels.includes("core-maintainer") ? ["member"] : ["core-maintainer"] })),
    () => people((person) => ({ ...person, accounts: person.accounts.map((account) => ({ ...account, pinned: dice.chance(0.5) })) })),
    () => people((person) => ({ ...person, organisation: dice.pick(organisations) })),
    () =>
      groups((each) => ({
        ...each,
        leads: each.leads.filter((id) => id !== target),
        members: each.members.filter((id) => id !== target),
      })),
    () => groups((each) => ([...each.leads, ...each.members].includes(target) ? each : { ...each, members: [...each.members, target] })),
    () => ({ ...rules, consensus: { ...rules.consensus, significantDays: dice.between(5, 12), minorDays: dice.between(2, 5) } }),
    () => ({ ...rules, groupRequired: !rules.groupRequired }),
    () => ({ ...rules, groupVote: { ...rules.groupVote, days: dice.between(3, 8), earlyClose: dice.chance(0.5) } }),
    () => ({ ...rules, oversight: { kind: "veto-window", businessDays: dice.between(2, 6) } }),
  ])();
  return findErrors(changed, proposal).length === 0 ? changed : { ...rules };
}
