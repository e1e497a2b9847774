import { clauseOf } from "./clause-of.ts";
import { type CommandContext, refuse } from "./command.ts";
import { leadLogins, membersOf, openEscalation, whyVetoed } from "./deciding.ts";
import { coreDecides, decidingGroups } from "./roles.ts";

/** The refusal of a word about what is open, where nothing is: it says what would open something, and who could. */
export function nothingOpen(what: string, context: CommandContext) {
  const { record, governance } = context;
  const text = `${whatAPushEnded(context)}Nothing is open ${what}: it is \`${record.state}\`.`;
  if (record.state === "proposal") {
    const group = governance.project["front-door"]["group-required"] && record.group.stands === null;
    const needed = group ? "a group with `/group id`, a sponsor with `/sponsor`" : "a sponsor with `/sponsor`";
    return refuse("nothing-open", text, { clause: clauseOf("front-door", context), instead: `First it finds ${needed}.` });
  }
  if (record.state === "draft") {
    const who = record.sponsor ? [record.sponsor.login] : [];
    return refuse("nothing-open", text, { who, instead: "Its sponsor brings it into review with `/ready`." });
  }
  if (record.state !== "in-review") return refuse("nothing-open", text);
  const stopped = whyVetoed(context);
  if (stopped) return { ...stopped, code: "nothing-open" };
  const escalation = openEscalation(context);
  if (escalation) {
    const who = escalation.handler === null ? membersOf("core-maintainers", governance) : [escalation.handler];
    return refuse("nothing-open", text, {
      clause: clauseOf("escalation", context),
      who,
      instead: "It is escalated, and waits for its answer.",
    });
  }
  if (coreDecides(context)) {
    const authority = context.facts.route.authority ?? "core-maintainers";
    const clause = governance.authorities.get(authority)?.clause ?? null;
    return refuse("nothing-open", text, {
      clause,
      who: membersOf("core-maintainers", governance),
      instead: "A Core or Lead Maintainer opens Core's vote with `/call-vote`.",
    });
  }
  return refuse("nothing-open", text, {
    clause: decidingGroups(context)[0]?.clause ?? null,
    who: leadLogins(context),
    instead: "A lead or the sponsor opens the decision with `/propose accept`.",
  });
}

/** X2, X3: the actor was shown a text whose decision a push had just ended; without these words they would not know why. */
function whatAPushEnded({ record, readDigest, facts }: CommandContext): string {
  const last = record.decisions.at(-1);
  if (readDigest === null || readDigest === facts.digest) return "";
  if (last?.closed?.outcome !== "text-changed" || last.digest !== readDigest) return "";
  return `It was not counted: the text is now \`${facts.digest.slice(0, 12)}\`, and when you wrote, \`${readDigest.slice(0, 12)}\` was shown. That change ended what was open. `;
}
