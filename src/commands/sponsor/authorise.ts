import type { Refusal } from "../../domain/answer.ts";
import { authoriseAdoption } from "../adopt/index.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { isAuthor, maySponsor } from "../roles.ts";
import { sponsorLevels, sponsorLogins } from "../sponsor-logins.ts";
import type { Sponsoring } from "./parse.ts";

export function authoriseSponsoring(sponsoring: Sponsoring, context: CommandContext): Refusal | null {
  if (sponsoring.kind === "person") return whyNot(sponsoring.login, context);
  const refusal = authoriseAdoption(sponsoring.written, context);
  return refusal?.code === "no-such-group" ? { ...refusal, instead: "To sponsor it yourself, write `/sponsor` alone." } : refusal;
}

function whyNot(login: string | null, context: CommandContext): Refusal | null {
  const { record, governance, actor } = context;
  if (login !== null && login.toLowerCase() !== actor.login.toLowerCase()) {
    return refuse("for-themselves", "People sponsor for themselves only.", { instead: "Whoever is to sponsor it writes `/sponsor`." });
  }
  if (record.sponsor?.person === actor.key) return null;
  if (!maySponsor(context)) {
    const who = sponsorLogins(context);
    return refuse("may-not-sponsor", `Only these may sponsor: ${sponsorLevels(governance)}.`, { who });
  }
  if (isAuthor(context) && governance.rules["sponsor-own"] === "refused") {
    return refuse("own-proposal", "Authors do not sponsor their own proposal here.", {
      who: sponsorLogins(context),
      clause: clauseOf("sponsor-own", context),
    });
  }
  if (!["proposal", "draft", "in-review", "accepted"].includes(record.state)) {
    const rests = record.state === "dormant" || record.state === "withdrawn";
    return refuse("wrong-state", `It is \`${record.state}\`: there is nothing to sponsor.`, {
      instead: rests ? "Its author brings it back with `/revive`." : null,
    });
  }
  if (record.sponsor === null) return null;
  return refuse("has-sponsor", `\`${record.sponsor.login}\` sponsors it.`, { instead: "They step back with `/unsponsor` first." });
}
