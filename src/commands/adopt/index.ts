import { ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { findGroup } from "../named-group.ts";
import { openConsensus } from "../opening/index.ts";
import { isAuthor, isLeadOf, isMemberOf, leadsOf, loginsOf } from "../roles.ts";

export const adopt = register<string>(
  {
    name: "adopt",
    usage: "/adopt [group]",
    who: "a lead of the group; a member of an authority that may stand behind proposals",
    does: "the group stands behind the proposal; where the rules make that a decision, it opens",
    rules: ["S2"],
    examples: [
      { situation: "by a lead of the group asked", text: "/adopt", outcome: "the group stands behind it" },
      { situation: "by a stranger", text: "/adopt", outcome: "not-lead" },
    ],
    parse: (line) => ok(line.argument.trim()),
    authorise(written, context) {
      const { record, governance } = context;
      const body = adopter(written, context);
      const asked = record.group.asked.flatMap((each) => governance.groups.get(each.group) ?? []);
      const who = loginsOf(
        asked.flatMap((group) => leadsOf(group, context)),
        governance,
      );
      if (body === null) return refuse("not-lead", "A lead of the group answers for it.", { who });
      if (isAuthor(context)) return refuse("own-proposal", "You are an author, and somebody else answers for the group.", { who });
      if (!["proposal", "draft", "in-review"].includes(record.state))
        return refuse("wrong-state", `It is \`${record.state}\`: no group can take it up now.`);
      if (record.group.stands !== null && record.group.stands !== body) {
        return refuse("group-stands", `\`${record.group.stands}\` stands behind it already.`);
      }
      const open = record.decisions.some(({ closed, matter }) => closed === null && matter === "sponsorship");
      return open ? refuse("decision-open", "The group decides about it already.", { instead: "Say yes with `/lgtm`." }) : null;
    },
    apply(written, context) {
      const body = adopter(written, context);
      if (body === null || context.record.group.stands === body) return [];
      return byDecision(context)
        ? decide(body, context)
        : [{ fact: { type: "group-stood", group: body, representative: context.actor.key } }];
    },
    say: (written, context) =>
      byDecision(context) ? "The group's decision to stand behind it is open." : `\`${adopter(written, context) ?? ""}\` stands behind it.`,
  },
  "/adopt",
);

const byDecision = ({ governance }: CommandContext) => governance.project["front-door"].sponsorship?.by === "decision";

/** The group or authority that the actor answers for: the one named, else one that was asked, else the only one they lead. */
export function adopter(written: string, context: CommandContext): string | null {
  const { governance, record } = context;
  const named = written === "" ? null : findGroup(written, governance);
  if (named) return isLeadOf(named, context) ? named.id : null;
  const asked = record.group.asked.find((each) => isLeadOf(governance.groups.get(each.group), context));
  if (asked) return asked.group;
  const led = [...governance.groups.values()].filter((group) => group.kind === "working-group" && isLeadOf(group, context));
  const owner = led.find(({ id }) => id === context.facts.route.group);
  if (owner ?? led.length === 1) return (owner ?? led[0])?.id ?? null;
  const authorities = governance.project["front-door"].sponsorship?.authorities ?? [];
  return authorities.find((id) => isMemberOf(id, context)) ?? null;
}

/** L11: a decision of its own, by the procedure that the rules name for it, minor. */
function decide(body: string, context: CommandContext): readonly FactDraft[] {
  const procedure = context.governance.project["front-door"].sponsorship?.procedure ?? "";
  const opened = openConsensus(
    { matter: "sponsorship", proposes: "accept", weight: "minor", parts: [{ authority: body, procedure }], oversight: null },
    context,
  );
  return opened.length > 0 ? opened : [{ fact: { type: "group-stood", group: body, representative: context.actor.key } }];
}
