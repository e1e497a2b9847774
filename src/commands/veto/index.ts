import { ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { reasonOf } from "../reading/index.ts";
import { isAuthor, isLeadMaintainer, isMemberOf, loginsOf } from "../roles.ts";

interface Veto {
  readonly lifts: boolean;
  readonly reason: string;
}

export const veto = register<Veto>(
  {
    name: "veto",
    usage: "/veto reason, /veto lift reason",
    who: "Core, in oversight; Lead Maintainers until it is final",
    does: "sends a group's decision to Core; a Lead Maintainer's stands until one of them lifts it",
    rules: ["G2", "G3"],
    examples: [
      { situation: "in oversight, by a Core Maintainer", text: "/veto It splits the ecosystem", outcome: "Core decides" },
      { situation: "in oversight, by a lead of a group", text: "/veto I changed my mind", outcome: "not-core" },
    ],
    parse(line) {
      const said = reasonOf(line).trim();
      const lifts = /^lift(\s|$)/i.test(said);
      return ok({ lifts, reason: lifts ? said.slice(4).trim() : said });
    },
    authorise: ({ lifts, reason }, context) => {
      const role = lifts ? whyNotLifting(context) : whyNoVeto(context);
      if (role) return role;
      return reason.length > 0
        ? null
        : refuse("reason-too-short", "A veto says why.", { instead: "Write `/veto` with the reason behind it." });
    },
    apply: ({ lifts, reason }, context) => (lifts ? lift(reason, context) : raise(reason, context)),
    say: ({ lifts }) => (lifts ? "The veto is lifted." : "The veto is recorded."),
  },
  "/veto It needs a wider discussion first",
);

function whyNoVeto(context: CommandContext) {
  const { record, governance } = context;
  const running = record.oversight !== null && record.oversight.ended === null;
  const authority = record.oversight?.authority ?? "core-maintainers";
  const who = loginsOf(governance.authorities.get(running ? authority : "lead-maintainers")?.members ?? [], governance);
  if (isAuthor(context)) return refuse("own-proposal", "You are an author, and authors do not decide about their own proposal.", { who });
  if (record.state === "final") return refuse("final", "It is final.");
  if (isLeadMaintainer(context)) return null;
  if (!isMemberOf(authority, context))
    return refuse(
      "not-core",
      running ? "Core may veto a group's decision while it is in oversight." : "Only Lead Maintainers veto outside oversight.",
      { who },
    );
  return running ? null : refuse("no-oversight", "It is not in oversight, and outside it only Lead Maintainers veto.", { who });
}

function raise(reason: string, context: CommandContext): readonly FactDraft[] {
  const { record, actor } = context;
  const running = record.oversight !== null && record.oversight.ended === null;
  const ends: readonly FactDraft[] = running ? [{ reason, fact: { type: "oversight-ended", how: "vetoed" } }] : [];
  if (!isLeadMaintainer(context)) return ends;
  if (record.leadVeto) return ends;
  return [...ends, { reason, fact: { type: "lead-veto-raised", person: actor.key, login: actor.login } }];
}

function whyNotLifting(context: CommandContext) {
  const { record, governance } = context;
  const who = loginsOf(governance.authorities.get("lead-maintainers")?.members ?? [], governance);
  if (!record.leadVeto) return refuse("no-veto", "No veto of a Lead Maintainer stands.");
  if (!isLeadMaintainer(context)) return refuse("not-lead-maintainer", "A Lead Maintainer lifts it.", { who });
  return isAuthor(context)
    ? refuse("own-proposal", "You are an author, and authors do not decide about their own proposal.", { who })
    : null;
}

const lift = (reason: string, { actor }: CommandContext): readonly FactDraft[] => [
  { reason, fact: { type: "lead-veto-lifted", person: actor.key } },
];
