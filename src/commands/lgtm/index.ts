import type { Refusal } from "../../domain/answer.ts";
import type { OversightRecord } from "../../domain/decision.ts";
import { organisationOf } from "../../governance/index.ts";
import { ok } from "../../kernel/result.ts";
import { countPart } from "../../procedures/index.ts";
import { matchesDigest } from "../../proposals/index.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { decisionFor, whyNoVoter, whyOtherText } from "../deciding.ts";
import { coreDecides, decidingGroups, isAuthor, isMemberOf, isSponsor, isVoterIn, loginsOf } from "../roles.ts";

type Lgtm = { readonly kind: "yes"; readonly digest: string | null } | { readonly kind: "cancel" } | { readonly kind: "force" };

/** What `/lgtm` says yes to, in the order in which it can be open. */
type Open = "decision" | "oversight" | "head" | null;

export const lgtm = register<Lgtm>(
  {
    name: "lgtm",
    usage: "/lgtm [cancel|digest]",
    who: "whoever the route names for what is open now",
    does: "your yes to what is open now: a consent, a vote, the approval or early release of oversight, or a changed text",
    rules: ["C2", "V1", "G2", "X2", "X5"],
    examples: [
      { situation: "consensus open, by a voting member", text: "/lgtm", outcome: "one consent more" },
      { situation: "consensus open, by the author", text: "/lgtm", outcome: "own-proposal" },
    ],
    parse(line) {
      const word = line.argument.trim().split(/\s+/)[0] ?? "";
      if (/^cancel$/i.test(word)) return ok({ kind: "cancel" });
      if (/^force$/i.test(word)) return ok({ kind: "force" });
      return ok({ kind: "yes", digest: /^(sha256:)?[0-9a-f]{8,64}…?$/i.test(word) ? word : null });
    },
    authorise: (args, context) =>
      args.kind === "force" ? forced : args.kind === "cancel" ? whyNoCancel(context) : whyNoYes(args.digest, context),
    apply: (args, context) => (args.kind === "cancel" ? cancel(context) : sayYes(context)),
    say: (args, context) => (args.kind === "cancel" ? "Your yes is taken back." : sentence(context)),
  },
  "/lgtm",
);

const forced = refuse("no-force", "Nothing is forced here. A decision that was taken in a meeting is entered with its record.", {
  instead: "Write `/record accept <link> yes:@… no:@… abstain:@…`.",
});

function whatIsOpen(context: CommandContext): Open {
  const { record } = context;
  if (decisionFor(context) !== null) return "decision";
  if (record.oversight !== null && record.oversight.ended === null) return "oversight";
  return record.unconfirmed !== null ? "head" : null;
}

function whyNoYes(named: string | null, context: CommandContext): Refusal | null {
  const open = whatIsOpen(context);
  if (open === null) {
    return refuse("nothing-open", `Nothing is open to say yes to: it is \`${context.record.state}\`.`, {
      instead: "A lead or the sponsor opens a decision with `/propose accept`; Core with `/call-vote`.",
    });
  }
  const role = open === "decision" ? whyNotVoting(context) : open === "oversight" ? whyNoRelease(context) : whyNoConfirmation(context);
  if (role) return role;
  if (named !== null) {
    return matchesDigest(named, context.facts.digest)
      ? null
      : refuse("text-changed", `\`${named}\` is not the text at the head, which is \`${context.facts.digest.slice(0, 12)}\`.`);
  }
  return whyOtherText(context);
}

function whyNotVoting(context: CommandContext): Refusal | null {
  const decision = decisionFor(context);
  if (!decision) return null;
  if (!isVoterIn(decision, context.actor.key)) return whyNoVoter(context, decision);
  const blocked = decision.blocks.some(({ person }) => person === context.actor.key);
  return blocked ? refuse("own-block", "Your block stands: lift it first.", { instead: "Write `/unblock`, then `/lgtm`." }) : null;
}

/** G2: of the authority, neither author nor sponsor, and no part in the group's decision. */
function whyNoRelease(context: CommandContext): Refusal | null {
  const { record, governance, actor } = context;
  const { oversight } = record;
  if (oversight === null) return null;
  const members = governance.authorities.get(oversight.authority)?.members ?? [];
  const involved = tookPart(oversight, context);
  const out = new Set([...context.facts.authors, ...(record.sponsor ? [record.sponsor.person] : []), ...involved, ...record.recused]);
  const who = loginsOf(
    members.filter((person) => !out.has(person)),
    governance,
  );
  if (!isMemberOf(oversight.authority, context)) return refuse("not-in-oversight", "It is in oversight, which Core keeps.", { who });
  if (isAuthor(context)) return refuse("own-proposal", "You are an author, and authors do not release their own proposal.", { who });
  if (isSponsor(context))
    return refuse("sponsor-involved", "You are its sponsor, and only somebody who took no part ends oversight early.", { who });
  if (involved.has(actor.key)) {
    return refuse("took-part", "You took part in the group's decision, and only somebody who took no part ends oversight early.", { who });
  }
  return record.recused.includes(actor.key) ? refuse("recused", "You recused yourself from this proposal.", { who }) : null;
}

/** Persons who consented, voted or blocked in the decision under oversight, or in the consensus that its vote ended. */
function tookPart({ decision: id }: OversightRecord, { record }: CommandContext): ReadonlySet<string> {
  const index = record.decisions.findIndex((decision) => decision.id === id);
  const before = record.decisions[index - 1];
  const chain = [...(before?.closed?.outcome === "voted" ? [before] : []), ...record.decisions.slice(index, index + 1)];
  return new Set(chain.flatMap(({ ballots, blocks }) => [...ballots, ...blocks].map(({ person }) => person)));
}

/** X5: a voter of the authority that the route names for this head, who is neither author nor sponsor. */
function whyNoConfirmation(context: CommandContext): Refusal | null {
  const { record, facts, governance, actor } = context;
  const core = coreDecides(context);
  if (core && record.accepted?.by === "group") {
    return refuse("core-decides-anew", "What changed is not covered by the group's acceptance: Core decides it anew.", {
      who: loginsOf(governance.authorities.get("core-maintainers")?.members ?? [], governance),
      instead: "A Core Maintainer opens its vote with `/call-vote`.",
    });
  }
  const voters = core
    ? (governance.authorities.get(facts.route.authority ?? "core-maintainers")?.members ?? [])
    : decidingGroups(context).flatMap((group) => group.voters.map(({ person }) => person));
  const out = new Set([...facts.authors, ...(record.sponsor ? [record.sponsor.person] : []), ...record.recused]);
  const who = loginsOf(
    voters.filter((person) => !out.has(person)),
    governance,
  );
  if (voters.includes(actor.key) && !out.has(actor.key)) return null;
  return refuse(
    "no-confirmation",
    "The changed text is confirmed by voters of the deciding authority who are neither author nor sponsor.",
    { who },
  );
}

function sayYes(context: CommandContext): readonly FactDraft[] {
  const { record, actor, facts } = context;
  switch (whatIsOpen(context)) {
    case "decision": {
      const decision = decisionFor(context);
      if (!decision || decision.ballots.some(({ person, choice }) => person === actor.key && choice === "yes")) return [];
      return [{ fact: { type: "ballot-cast", decision: decision.id, person: actor.key, choice: "yes" } }];
    }
    case "oversight":
      return [{ fact: { type: "oversight-ended", how: record.oversight?.kind === "approval" ? "approved" : "released" } }];
    case "head": {
      const organisation = actor.person ? organisationOf(actor.person) : null;
      return [{ fact: { type: "head-confirmation-given", headSha: facts.headSha, person: actor.key, organisation } }];
    }
    case null:
      return [];
  }
}

function whyNoCancel(context: CommandContext): Refusal | null {
  const decision = decisionFor(context);
  if (!decision) return refuse("nothing-open", "Nothing is open in which a yes could be taken back.");
  return isVoterIn(decision, context.actor.key) ? null : whyNoVoter(context, decision);
}

function cancel(context: CommandContext): readonly FactDraft[] {
  const decision = decisionFor(context);
  const given = decision?.ballots.some(({ person }) => person === context.actor.key) ?? false;
  return decision && given ? [{ fact: { type: "ballot-withdrawn", decision: decision.id, person: context.actor.key } }] : [];
}

function sentence(context: CommandContext): string {
  const decision = decisionFor(context);
  const open = whatIsOpen(context);
  if (open === "oversight") return "Oversight has ended by your yes.";
  if (open === "head") return "Your yes to the changed text is recorded.";
  const [part] = decision?.parts ?? [];
  if (!decision || part?.rule.kind !== "lazy-consensus") return "Your vote is yes.";
  const excluded = part.rule.excluding.includes("sponsor") && decision.sponsor === context.actor.key;
  const given = countPart(decision, part).consents.length;
  return excluded
    ? "Your consent is recorded; as the sponsor's it is not counted."
    : `Your consent is recorded (there were ${given} before).`;
}
