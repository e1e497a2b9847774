import { isDeepStrictEqual } from "node:util";
import { Dice } from "./dice.ts";
import { type Deed, drawAccount, drawDeed, drawFollowing, type Situation } from "./draw-act.ts";
import { drawWillingDeed } from "./draw-willing-act.ts";
import { changeRules, generateProject, type SimProject } from "./generate-project.ts";
import type { SimAct, SimHistory, SimOutcome, SimPass, SimProposal, SimRules, SimText } from "./history.ts";
import { watchHistory } from "./oracle/oracle.ts";

const second = 1000;
const day = 86_400 * second;

/** Where the proposal stands after the last pass of a history so far, by its index. */
export type Watch = (history: SimHistory, pass: number) => SimOutcome;

export interface GenerateOptions {
  /** The oracle, unless given. */
  readonly watch?: Watch;
  /** Share of acts that bring the proposal on, 0 to 1. */
  readonly willing?: number;
}

/** A random project and what happens in it over months; the same seed gives the same history. */
export function generateHistory(seed: number, { watch = watchHistory(), willing = 0 }: GenerateOptions = {}): SimHistory {
  const dice = new Dice(seed);
  const history = new GrowingHistory(generateProject(dice), dice, { watch, willing });
  for (let steps = dice.between(20, 70); steps > 0; steps--) history.step();
  return history.end();
}

/** What T4 names: found late, it may open a decision again. */
function mayReopen(deed: Deed): boolean {
  return deed.kind === "review" || (deed.kind === "comment" && /^\/(lgtm|vote|block|veto)\b/.test(deed.text));
}

/** Acts and passes are drawn one after another, so that people do what fits where the proposal stands; whoever watches says where. */
class GrowingHistory {
  readonly #dice: Dice;
  readonly #watch: Watch;
  readonly #willing: number;
  readonly #firstRules: SimRules;
  readonly #proposal: SimProposal;
  readonly #acts: SimAct[] = [];
  readonly #passes: SimPass[] = [];
  #rules: SimRules;
  #head: SimText = { normative: 1, editorial: 0 };
  #newest = 1;
  #now: number;
  #outcome: SimOutcome;

  constructor({ rules, proposal }: SimProject, dice: Dice, { watch, willing }: Required<GenerateOptions>) {
    this.#dice = dice;
    this.#watch = watch;
    this.#willing = willing;
    this.#rules = rules;
    this.#firstRules = rules;
    this.#proposal = proposal;
    this.#now = proposal.openedAt + 30 * second;
    this.#outcome = this.#look();
  }

  step(): void {
    this.#letTimePass();
    const drawn = this.#dice.next();
    if (drawn < this.#pushes()) this.#push();
    else if (drawn < 0.92 && drawn > 0.9) this.#changeRules();
    else if (drawn > 0.97) this.#tamperOrRename();
    else this.#act();
  }

  /** A text that is accepted is worked on, one that is decided about seldom. */
  #pushes(): number {
    return this.#outcome.state === "accepted" || this.#outcome.state === "final" ? 0.2 : 0.03;
  }

  end(): SimHistory {
    this.#look();
    for (const later of this.#dice.chance(0.15) ? [70, 70, 50] : [20]) {
      this.#now += later * day;
      this.#look();
    }
    return this.#soFar();
  }

  #act(): void {
    const draw = this.#willing > 0 && this.#dice.chance(this.#willing) ? drawWillingDeed : drawDeed;
    const deed = draw(this.#dice, this.#situation);
    // Labels have no numbers that compare with those of comments: nothing else happens in their second.
    if (deed.kind === "label" || deed.kind === "assign") this.#now += second;
    this.#record(deed.kind === "comment" && deed.editedAt !== null ? { ...deed, editedAt: this.#now } : deed);
    if (deed.kind === "label" || deed.kind === "assign") this.#now += second;
    const following = drawFollowing(this.#dice, deed, this.#situation);
    for (const next of following) {
      this.#now += this.#dice.between(1, 600) * second;
      this.#record(next);
    }
    if (following.length > 0 || this.#dice.chance(0.75)) {
      if (this.#dice.chance(0.6)) this.#now += this.#dice.between(1, 90) * second;
      this.#look(this.#dice.chance(0.12) ? this.#dice.between(1, 3) : 0);
    }
  }

  get #situation(): Situation {
    return {
      rules: this.#rules,
      proposal: this.#proposal,
      outcome: this.#outcome,
      head: this.#head,
      shown: this.#passes.map(({ shown }) => shown),
    };
  }

  #push(): void {
    this.#look();
    const back = this.#dice.chance(0.25) ? this.#dice.between(1, this.#newest) : null;
    if (back === null && this.#dice.chance(0.6)) this.#newest += 1;
    const editorial = back === null ? this.#head.editorial + 1 : 0;
    const pushed = { normative: back ?? this.#newest, editorial };
    if (isDeepStrictEqual(pushed, this.#head)) return;
    this.#head = pushed;
    this.#record({ kind: "push", text: this.#head });
    this.#lookAtOnce();
    if (!this.#outcome.unconfirmed || !this.#dice.chance(0.5)) return;
    for (let yeses = this.#dice.between(1, 3); yeses > 0; yeses--) {
      this.#now += this.#dice.between(1, 600) * second;
      this.#record({ kind: "comment", by: drawAccount(this.#dice, "voter", this.#situation), text: "/lgtm", editedAt: null, bot: false });
    }
    this.#look();
  }

  #changeRules(): void {
    this.#look();
    this.#rules = changeRules(this.#dice, { rules: this.#rules, proposal: this.#proposal });
    this.#record({ kind: "rules", rules: this.#rules });
    this.#lookAtOnce();
  }

  #tamperOrRename(): void {
    const seen = this.#acts.filter(({ id, kind }) => id <= this.#seen && (kind === "comment" || kind === "review"));
    if (seen.length > 0 && this.#dice.chance(0.7)) {
      this.#record({ kind: "tamper", act: this.#dice.pick(seen).id, how: this.#dice.pick(["edited", "deleted"]) });
      return;
    }
    const pinned = this.#rules.people.flatMap(({ accounts }) => accounts).filter((each) => each.pinned);
    if (pinned.length === 0) return;
    const { accountId: account } = this.#dice.pick(pinned);
    this.#record({ kind: "rename", account, login: `renamed-${account}` });
  }

  /** Minutes, hours or days; often to right before or after something ends. */
  #letTimePass(): void {
    const ends = [this.#outcome.open?.endsAt, this.#outcome.oversight].filter((at) => typeof at === "number" && at > this.#now);
    const [next] = ends.toSorted();
    if (typeof next === "number" && this.#dice.chance(0.08)) {
      this.#actUnseenBefore(next);
      return;
    }
    if (typeof next === "number" && this.#dice.chance(0.22)) {
      const before = next - this.#dice.pick([0, 1, 60, 3600]) * second;
      if (this.#dice.chance(0.6) && before > this.#now) this.#now = before;
      else this.#passAfter(next);
      return;
    }
    const pause = this.#dice.pick([0, 1, 30, 600, 3600, 20_000, 100_000, 300_000]) * second;
    if (typeof next === "number" && next <= this.#now + pause && this.#dice.chance(0.7)) this.#passAfter(next);
    else this.#now += pause;
    if (this.#dice.chance(0.02)) {
      this.#now += this.#dice.between(40, 75) * day;
      this.#look();
    }
  }

  /** Somebody acts in time, and the pass that finds the end does not find them (T4). */
  #actUnseenBefore(deadline: number): void {
    this.#look();
    this.#now = Math.max(this.#now, deadline - this.#dice.pick([0, 1, 60]) * second);
    const vetoed = this.#outcome.oversight !== null && this.#dice.chance(0.4);
    const veto: Deed = {
      kind: "comment",
      by: drawAccount(this.#dice, "core", this.#situation),
      text: "/veto it goes too far",
      editedAt: null,
      bot: false,
    };
    const deed = vetoed ? veto : drawDeed(this.#dice, this.#situation);
    if (!mayReopen(deed)) return;
    this.#record(deed.kind === "comment" && deed.editedAt !== null ? { ...deed, editedAt: this.#now } : deed);
    this.#now = Math.max(this.#now, deadline) + this.#dice.pick([1, 5, 60]) * second;
    this.#look(1);
  }

  #passAfter(deadline: number): void {
    this.#now = deadline + this.#dice.pick([1, 1, 1, 5, 60]) * second;
    if (this.#dice.chance(0.85)) this.#look(this.#dice.chance(0.15) ? this.#dice.between(1, 2) : 0);
  }

  #record(deed: Deed): void {
    this.#acts.push({ ...deed, id: this.#acts.length + 1, at: this.#now });
  }

  get #seen(): number {
    return this.#passes.at(-1)?.seenThrough ?? 0;
  }

  /** `blindTo`: how many of the latest acts the pass does not see; what an earlier pass saw is seen. */
  #look(blindTo = 0): SimOutcome {
    const latest = this.#acts.length;
    if (this.#passes.at(-1)?.at === this.#now && this.#seen === latest) return this.#outcome;
    if (this.#passes.at(-1)?.at === this.#now) this.#now += second;
    return this.#pass(Math.max(this.#seen, latest - blindTo));
  }

  /** A text or rules are of the pass that first sees them: one looks right away, in the second of the one that looked before ({@link isSound}). */
  #lookAtOnce(): void {
    this.#pass(this.#acts.length);
  }

  #pass(seenThrough: number): SimOutcome {
    this.#passes.push({ at: this.#now, seenThrough, shown: this.#head, shownAt: this.#now, fence: this.#acts.length });
    this.#outcome = this.#watch(this.#soFar(), this.#passes.length - 1);
    return this.#outcome;
  }

  #soFar(): SimHistory {
    return { rules: this.#firstRules, proposal: this.#proposal, acts: [...this.#acts], passes: [...this.#passes] };
  }
}
