import type { Calendar } from "../calendar/index.ts";
import type { FinalAttestation, FinalJudgement } from "../conformance/index.ts";
import type { Refusal } from "../domain/answer.ts";
import type { ChangeAssessment, Classification } from "../domain/classification.ts";
import type { LedgerFact } from "../domain/ledger-event.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { Route } from "../domain/route.ts";
import type { Governance, Person } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { CommandLine, CommandProblem } from "./reading/index.ts";

/** Whoever acts, known by the numeric id of the account (T6). */
export interface ActingPerson {
  readonly id: number;
  /** As GitHub names the account now. */
  readonly login: string;
  /** Null for people whom people.yml does not list. */
  readonly person: Person | null;
  /** Person id, or `account:<id>` for those who are not listed. */
  readonly key: string;
}

/** What a pass made of the proposal's text and of the rules, before anything was decided in it. */
export interface ProposalFacts {
  /** Keys of all authors: person ids, `account:<id>` of who opened it, lower-cased logins of others. */
  readonly authors: ReadonlySet<string>;
  /** By the rules, the text and what people settled; `record.coreDecides` stands above it. */
  readonly route: Route;
  readonly classification: Classification;
  readonly change: ChangeAssessment;
  readonly headSha: string;
  /** Digest of the head (X1). */
  readonly digest: string;
  /** Codes of what the pull request changes in the schema beyond what its text says, for a head after acceptance (X4). */
  readonly laterReasons: readonly string[];
  /** What R7 still asks, given an attestation (H3); null where the text or the conformance repository could not be judged. */
  readonly final: ((attestation: FinalAttestation) => FinalJudgement) | null;
}

/** All that a command may look at. */
export interface CommandContext {
  readonly record: ProposalRecord;
  readonly facts: ProposalFacts;
  readonly governance: Governance;
  readonly calendar: Calendar;
  readonly actor: ActingPerson;
  /** GitHub's time of the act. */
  readonly at: Instant;
  readonly source: string;
  /** Digest that its author could read (X2); null when nothing had been published. */
  readonly readDigest: string | null;
  /** Login to number of open escalations, over all proposals: the least loaded is chosen (E2). */
  readonly load: ReadonlyMap<string, number>;
}

/** A fact as a command brings it about. */
export interface FactDraft {
  readonly fact: LedgerFact;
  readonly clause?: string | null;
  readonly reason?: string | null;
}

/** A sample shown on the reference page and run by tests: who writes what in which situation, and what comes of it. */
export interface CommandExample {
  readonly situation: string;
  readonly text: string;
  readonly outcome: string;
}

/** One slash command: grammar, who may, and what it brings about. Consequences (a state that moves, a vote that ends) follow by themselves. */
export interface Command<Arguments> {
  readonly name: string;
  /** `/block reason` */
  readonly usage: string;
  /** Who may use it, as a phrase: "voting members of the deciding group". */
  readonly who: string;
  /** What it does, in one sentence. */
  readonly does: string;
  /** Rules of docs/how-decisions-work.md it follows. */
  readonly rules: readonly string[];
  readonly examples: readonly CommandExample[];
  parse(line: CommandLine): Result<Arguments, CommandProblem>;
  /** Null when it may go on. */
  authorise(args: Arguments, context: CommandContext): Refusal | null;
  apply(args: Arguments, context: CommandContext): readonly FactDraft[];
  /** What changed, as one sentence to the reader. */
  say(args: Arguments, context: CommandContext): string;
}

export type CommandVerdict =
  | { readonly kind: "done"; readonly drafts: readonly FactDraft[]; readonly text: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** A command with its arguments' type closed over, so that all fit one registry. */
export interface RegisteredCommand extends Omit<Command<never>, "parse" | "authorise" | "apply" | "say"> {
  decide(line: CommandLine, context: CommandContext): CommandVerdict;
  /** Whether it would be refused now, for `/can`: with the arguments of a sample line. */
  readonly sample: string;
}

export function register<Arguments>(command: Command<Arguments>, sample: string): RegisteredCommand {
  const { name, usage, who, does, rules, examples } = command;
  return {
    name,
    usage,
    who,
    does,
    rules,
    examples,
    sample,
    decide(line, context) {
      const parsed = command.parse(line);
      if (!parsed.ok) return { kind: "refused", refusal: misread(parsed.error, name, usage) };
      const refusal = command.authorise(parsed.value, context);
      if (refusal !== null) return { kind: "refused", refusal };
      return { kind: "done", drafts: command.apply(parsed.value, context), text: command.say(parsed.value, context) };
    },
  };
}

function misread({ message, expected, example }: CommandProblem, name: string, usage: string): Refusal {
  const found = message.replace(/\.$/, "");
  const isLine = /^[a-z-]+: /.test(example);
  const whole = isLine || example.startsWith("/") ? example : `/${name} ${example}`;
  return {
    kind: "refused",
    code: "cannot-be-read",
    text: `${found}. It is written \`${usage}\`: ${expected}.`,
    clause: null,
    who: [],
    instead: `Write it anew, ${isLine ? "with lines such" : "such"} as \`${whole}\`.`,
  };
}

/** A refusal with what every one needs. */
export function refuse(code: string, text: string, more: Partial<Omit<Refusal, "kind" | "code" | "text">> = {}): Refusal {
  return { kind: "refused", code, text, clause: null, who: [], instead: null, ...more };
}
