import { describe, expect, test } from "@jest/globals";
import { afterDeadline } from "../../src/calendar/index.ts";
import type { FactDraft } from "../../src/commands/command.ts";
import { openConsensus, openVote } from "../../src/commands/opening/index.ts";
import { resolveActor } from "../../src/core/decide/resolve-actor.ts";
import { foldEvent } from "../../src/core/ledger/index.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import type { ElectorateExample, ExampleVoter } from "../../src/governance/examples/electorate-example.ts";
import { electorateExamples } from "../../src/governance/examples/electorate-examples.ts";
import type { Governance, Person } from "../../src/governance/index.ts";
import { countPart, judgeDecision } from "../../src/procedures/index.ts";
import { aCommandContext, actTime, decideText } from "../support/command-context.ts";
import { sponsoredByCleo } from "../support/command-situations.ts";
import { smallConstitution } from "../support/constitution.ts";

const usual = smallConstitution().governance();
const allYear = [{ from: "2026-01-01", until: "2027-12-31" }];
const clause = "people.yml:1";

function personOf({ login, organisation, otherAccount, isPinned, isAway }: ExampleVoter, index: number): Person {
  const first = { login, id: isPinned ? 5000 + index : null };
  const accounts = otherAccount === null ? [first] : [first, { login: otherAccount, id: 6000 + index }];
  const away = isAway ? allYear : [];
  return { id: login, login, name: null, accounts, affiliation: organisation, levels: [], emeritus: [], away, clause };
}

/** Who decides in it: above Core there is no authority, so a vote that returns is Core's (V6). */
const bodyOf = ({ procedure }: ElectorateExample) =>
  procedure.kind === "vote" && procedure["not-passed"] === "return" ? "core-maintainers" : "forecasts-wg";

function governanceOf(example: ElectorateExample): Governance {
  const people = example.voters.map(personOf);
  const members = people.map(({ id }) => id);
  const group = usual.groups.get("forecasts-wg");
  const core = usual.authorities.get("core-maintainers");
  if (!group || !core) throw new Error("The small constitution has lost its group or its Core Maintainers.");
  return {
    ...usual,
    rules: { ...usual.rules, ...example.rules },
    procedures: new Map([[example.procedure.id, example.procedure]]),
    people: new Map(people.map((person) => [person.id, person])),
    groups: new Map([[group.id, { ...group, voters: members.map((person) => ({ person, since: null, until: null })) }]]),
    authorities: new Map([["core-maintainers", { ...core, members }]]),
  };
}

/** Opens the decision, and brings about what each act does by the command that people write for it. */
function played(example: ElectorateExample): ProposalRecord {
  const { procedure, authors, sponsor, recused, acts } = example;
  const governance = governanceOf(example);
  const usualContext = aCommandContext({
    facts: { authors: new Set(authors) },
    record: { state: "in-review", recused, sponsor: sponsor === null ? null : { ...sponsoredByCleo, person: sponsor, login: sponsor } },
  });
  const context = { ...usualContext, governance };
  const fold = (record: ProposalRecord, drafts: readonly FactDraft[]) =>
    drafts.reduce(
      (before, { fact }) =>
        foldEvent(before, { at: actTime, actor: context.actor, source: "comment/1#0", fact, sequence: before.sequence + 1 }),
      record,
    );
  const parts = [{ authority: bodyOf(example), procedure: procedure.id, fewest: bodyOf(example) === "forecasts-wg" ? 2 : 0 }];
  const opening = { proposes: "accept", parts, oversight: null } as const;
  const opened =
    procedure.kind === "vote"
      ? openVote(opening, context)
      : openConsensus({ ...opening, matter: "proposal", weight: "significant" }, context);
  const accounts = [...governance.people.values()].flatMap((person) => person.accounts);
  return acts.reduce(
    (record, { by, says }) => {
      const id = accounts.find(({ login }) => login === by)?.id ?? 7000;
      const actor = resolveActor({ id, login: by, bot: false }, governance);
      if (actor === null) throw new Error(`Nobody is behind ${by}`);
      const verdict = decideText(`/vote ${says}`, { ...context, record, actor });
      return verdict.kind === "done" ? fold(record, verdict.drafts) : record;
    },
    fold(context.record, opened),
  );
}

const rows = electorateExamples.map((example) => ({ title: `${example.about}: ${example.situation}`, example }));

describe("what decides agrees with the worked examples of whose act counts", () => {
  test.each(rows)("$title", ({ example }) => {
    const [decision] = played(example).decisions;
    const part = decision?.parts[0];
    if (!decision || !part) throw new Error("Nothing opened");
    const { eligible, yes, consents, no, abstain } = countPart(decision, part);
    const verdict = judgeDecision(decision, { now: afterDeadline(decision.endsAt), attested: true });
    const logins = (voters: readonly { readonly login: string }[]) => voters.map(({ login }) => login).toSorted();

    expect({
      electorate: logins(eligible),
      yes: logins(part.rule.kind === "lazy-consensus" ? consents : yes),
      no: logins(no),
      abstain: logins(abstain),
      outcome: verdict.kind === "open" ? "open" : verdict.outcome,
    }).toEqual(example.result);
  });

  test.each(rows)("no silence decides before its end: $title", ({ example }) => {
    const [decision] = played(example).decisions;
    if (!decision) throw new Error("Nothing opened");

    expect(judgeDecision(decision, { now: decision.endsAt, attested: true })).toMatchObject({ kind: "open" });
  });
});
