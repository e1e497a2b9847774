import type { Dice } from "./dice.ts";
import { strangers } from "./generate-project.ts";
import type { SimAct, SimGroup, SimOutcome, SimPerson, SimProposal, SimRules, SimText } from "./history.ts";
import { holdLabel } from "./snapshot-of.ts";

/** What is known when somebody acts. */
export interface Situation {
  readonly rules: SimRules;
  readonly proposal: SimProposal;
  readonly outcome: SimOutcome;
  readonly head: SimText;
  /** Heads that passes have shown: of a commit that none saw, nobody can tell what was read. */
  readonly shown: readonly SimText[];
}

export type Role = "author" | "sponsor" | "lead" | "voter" | "core" | "lead-maintainer" | "maintainer" | "anyone";
/** What people write, and who would be right to. */
type Word = readonly [weight: number, text: string, ...by: Role[]];
/** An act without its place in a history. */
export type Deed = SimAct extends infer Act ? (Act extends SimAct ? Omit<Act, "id" | "at"> : never) : never;

const reason = "it breaks old servers; keep the old name instead";

/** Mostly what fits the state, said by who may; at times anything by anybody. */
export function drawDeed(dice: Dice, situation: Situation): Deed {
  const fits = dice.chance(0.88);
  const [, text, ...roles] = drawWord(dice, fits ? fitting(situation) : Object.values(words).flat());
  const by = dice.chance(0.82) ? drawAccount(dice, dice.pick(roles), situation) : drawAccount(dice, "anyone", situation);
  if (text.startsWith("label ")) {
    const [, action, ...label] = text.split(" ");
    return { kind: "label", by, action: action === "put" ? "put" : "taken", label: label.join(" ") };
  }
  if (text.startsWith("assign")) return { kind: "assign", by, action: text === "assign" ? "assigned" : "unassigned" };
  if (text.startsWith("review ")) {
    const verdict = text === "review yes" ? "approved" : "changes-requested";
    return { kind: "review", by, verdict, text: dice.chance(0.85) ? situation.head : dice.pick([situation.head, ...situation.shown]) };
  }
  const edited = dice.chance(0.02) ? 1 : null;
  return { kind: "comment", by, text: fillIn(dice, text, situation), editedAt: edited, bot: dice.chance(0.01) };
}

/** What people do right after one another, where one deed calls for it: the rest of a body votes alike, or whoever left comes back. */
export function drawFollowing(dice: Dice, deed: Deed, situation: Situation): readonly Deed[] {
  if (deed.kind !== "comment" || deed.bot || deed.editedAt !== null) return [];
  const say = (by: number, text: string): Deed => ({ kind: "comment", by, text, editedAt: null, bot: false });
  if (deed.text === "/recuse" && dice.chance(0.35)) return [say(deed.by, "/unrecuse"), say(deed.by, "/lgtm")];
  if (deed.text !== "/call-vote" || !dice.chance(0.5)) return [];
  const word = dice.pick(["yes", "no", "no", "abstain"]);
  return situation.rules.people
    .filter((person) => plays("voter", person, situation) || plays("core", person, situation))
    .flatMap(({ accounts: [first] }) => (first !== undefined && dice.chance(0.75) ? [say(first.accountId, `/vote ${word}`)] : []));
}

function drawWord(dice: Dice, from: readonly Word[]): Word {
  let left = dice.next() * from.reduce((sum, [weight]) => sum + weight, 0);
  for (const word of from) {
    left -= word[0];
    if (left < 0) return word;
  }
  return dice.pick(from);
}

const words = {
  door: [
    [2, "/group GROUP", "author"],
    [3, "/adopt", "lead", "core"],
    [2, "/adopt GROUP", "lead"],
    [1, "/sponsor group", "lead"],
    [1, "/decline it is about something else", "lead"],
    [6, "/sponsor", "maintainer", "core", "lead", "author"],
    [1, "assign", "maintainer", "lead"],
    [1, "label put draft", "maintainer", "core"],
  ],
  sponsor: [
    [0.3, "/unsponsor", "sponsor"],
    [0.2, "unassign", "sponsor"],
    [2, "/ready pre", "sponsor"],
    [8, "/ready attested", "sponsor"],
    [2, "/ready", "sponsor"],
    [1, "label put in-review", "sponsor"],
    [1, "/ready draft", "sponsor"],
  ],
  open: [
    [8, "/propose accept", "lead", "sponsor"],
    [2, "/propose accept minor", "lead", "sponsor"],
    [2, "/propose reject", "lead", "sponsor"],
    [1, "/propose reject minor", "lead", "sponsor"],
    [5, "/call-vote", "lead", "core", "voter"],
    [2, "/domain own", "lead"],
    [2, "/change additive", "lead"],
    [1, "label put domain: own", "lead", "author"],
    [1, "label put change: additive", "lead"],
    [2, "/record VERDICT", "core"],
    [1, "/route core", "lead", "core"],
    [2, "/route group", "core"],
  ],
  speak: [
    [14, "/lgtm", "voter", "core"],
    [2, "/lgtm cancel", "voter", "core"],
    [2, "/lgtm text-HEAD", "voter", "core"],
    [5, "/vote yes", "voter", "core"],
    [4, "/vote no", "voter", "core"],
    [4, "/vote abstain", "voter", "core"],
    [3, "review yes", "voter", "core"],
    [1, "review no", "voter"],
    [2, `/block ${reason}`, "voter"],
    [2, "/unblock", "voter"],
    [1, "/unblock @LOGIN this is settled", "core"],
    [1, "/unblock this is settled", "core"],
    [2, "/call-vote", "lead", "voter", "core"],
    [0.5, "/recuse", "voter", "core"],
    [1, "/unrecuse", "voter", "core"],
    [1, "/escalate it cannot be settled here", "lead", "core"],
  ],
  answer: [
    [3, "/escalate guidance look at the old clients first", "core"],
    [2, "/escalate return more is needed", "core"],
    [2, "/escalate core all should decide", "core"],
    [1, "/record VERDICT", "core"],
    [1, "/call-vote", "core"],
    [1, "/escalate security", "anyone"],
  ],
  oversight: [
    [3, "/lgtm", "core"],
    [1.5, "/lgtm", "voter"],
    [2, "/veto it goes too far", "core", "lead-maintainer"],
    [2, "/escalate we contest this vote", "voter"],
    [0.6, "/escalate we contest this vote", "lead", "core"],
    [4, "/final attested", "sponsor"],
    [1, "/final", "sponsor"],
  ],
  record: [
    [4, "/record confirm", "core"],
    [1, "/record dispute this is not what was said", "core"],
  ],
  always: [
    [0.5, "/hold wait for the release", "core", "lead", "sponsor"],
    [0.2, "/hold", "core"],
    [0.4, `label put ${holdLabel}`, "core", "lead", "anyone"],
    [0.4, `label taken ${holdLabel}`, "core", "lead"],
    [0.5, "/unhold", "core", "lead", "sponsor"],
    [0.5, "/unhold the release is out", "core"],
    [0.12, "/veto it goes too far", "lead-maintainer"],
    [0.6, "/veto lift it was mended", "lead-maintainer"],
    [0.08, "/withdraw", "author"],
    [0.08, "/close it is out of scope", "lead"],
    [0.3, "/recuse", "voter", "core"],
    [0.3, "/unrecuse", "voter", "core"],
    [0.3, "/steward lgtm", "voter"],
    [0.3, "thanks, looks good", "anyone"],
  ],
  rest: [[6, "/revive", "author"]],
} satisfies Record<string, readonly Word[]>;

function fitting({ outcome: { state, open, oversight, escalated, leadVeto, unconfirmed }, rules }: Situation): readonly Word[] {
  const lift: readonly Word[] = leadVeto ? [[6, "/veto lift it was mended", "lead-maintainer"]] : [];
  switch (state) {
    case "proposal":
      return [...words.door, ...words.always, ...(rules.groupRequired ? words.door.slice(0, 4) : [])];
    case "draft":
      return [...words.sponsor, ...words.always, ...lift];
    case "in-review":
      if (escalated) return [...words.answer, ...words.always, ...lift];
      return [...(open === null ? [...words.open, ...words.record] : words.speak), ...words.always, ...lift];
    case "accepted":
    case "rejected":
      return [
        ...words.oversight,
        ...(oversight === null ? words.oversight.slice(4) : []),
        ...(unconfirmed ? words.speak : []),
        ...words.always,
      ];
    case "final":
      return [...words.oversight, ...words.always];
    case "withdrawn":
    case "dormant":
      return [...words.rest, ...words.always];
  }
}

function fillIn(dice: Dice, text: string, { rules, head }: Situation): string {
  const logins = rules.people.flatMap(({ accounts }) => accounts.map(({ login }) => login));
  return text
    .replace("GROUP", () => dice.pick([...rules.groups.map(({ id }) => id), "core-maintainers"]))
    .replace("HEAD", () => String(dice.chance(0.8) ? head.normative : dice.between(0, head.normative)))
    .replace("LOGIN", () => dice.pick(logins))
    .replace("VERDICT", () => aRecord(dice, rules));
}

/** Names of Core on both sides, and the verdict that they come to, mostly. */
function aRecord(dice: Dice, { people }: SimRules): string {
  const core = people.filter(({ levels }) => levels.some((level) => level !== "member" && level !== "maintainer")).map(({ id }) => id);
  const yes = dice.some(core, 0, core.length);
  const no = dice.some(dice.chance(0.9) ? core.filter((id) => !yes.includes(id)) : core, 0, 2);
  const likely = yes.length * 2 > core.length ? "accept" : no.length * 2 > core.length ? "reject" : "return";
  const verdict = dice.chance(0.8) ? likely : dice.pick(["accept", "reject", "return"]);
  const side = (name: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${name}:${ids.map((id) => `@${id}`).join(",")}`]);
  return [verdict, ...side("yes", yes), ...side("no", no)].join(" ");
}

export function drawAccount(dice: Dice, role: Role, situation: Situation): number {
  const { rules, proposal } = situation;
  const everybody = [...rules.people.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId)), ...strangers];
  if (role === "author" && dice.chance(0.8)) return proposal.openedBy;
  const persons = rules.people.filter((person) => plays(role, person, situation));
  if (persons.length === 0) return dice.pick(everybody);
  return dice.pick(dice.pick(persons).accounts).accountId;
}

function plays(role: Role, { id, levels }: SimPerson, { rules, proposal, outcome }: Situation): boolean {
  const groups = rules.groups.filter((group) => proposal.groups.includes(group.id) || group.id === outcome.group);
  const seats = (read: (group: SimGroup) => readonly string[]) => groups.some((group) => read(group).includes(id));
  switch (role) {
    case "author":
      return proposal.authors.includes(id);
    case "sponsor":
      return outcome.sponsor === id;
    case "lead":
      return seats(({ leads }) => leads);
    case "voter":
      return seats(({ leads, members }) => [...leads, ...members]);
    case "core":
      return levels.includes("core-maintainer") || levels.includes("lead-maintainer");
    case "lead-maintainer":
      return levels.includes("lead-maintainer");
    case "maintainer":
      return levels.includes("maintainer");
    case "anyone":
      return true;
  }
}
