import type { Refusal } from "../../domain/answer.ts";
import { type CommandContext, refuse } from "../command.ts";
import { isSponsor } from "../roles.ts";
import { sponsorLogins } from "../sponsor-logins.ts";
import type { Ready } from "./parse.ts";

export function authoriseReady({ kind }: Ready, context: CommandContext): Refusal | null {
  const { record } = context;
  if (!isSponsor(context)) return whoIsSponsor(context);
  if (kind === "draft") return whyNotBack(context);
  if (record.state === "draft") return null;
  if (kind === "pre") return refuse("wrong-state", `It is \`${record.state}\`, and a pre-review is of a draft.`);
  if (record.state === "in-review") return null;
  return refuse("wrong-state", `It is \`${record.state}\`, and only a draft becomes ready.`, { instead: roadTo(context) });
}

function whoIsSponsor(context: CommandContext): Refusal {
  const { sponsor } = context.record;
  if (sponsor) return refuse("not-sponsor", "Its sponsor says when it is ready.", { who: [sponsor.login] });
  return refuse("not-sponsor", "It has no sponsor yet, and a sponsor says when it is ready.", {
    instead: `Somebody who may sponsor writes \`/sponsor\` first${naming(sponsorLogins(context))}.`,
  });
}

const naming = (logins: readonly string[]) => (logins.length === 0 ? "" : `, such as ${logins.map((login) => `\`${login}\``).join(", ")}`);

function roadTo({ record }: CommandContext): string | null {
  if (record.state === "proposal") return "A group has to stand behind it first: `/group id`, then `/adopt`.";
  return record.state === "dormant" || record.state === "withdrawn" ? "Its author brings it back with `/revive`." : null;
}

/** S5: back to draft only while nothing is open. */
function whyNotBack({ record }: CommandContext): Refusal | null {
  if (record.state === "draft") return null;
  if (record.state !== "in-review") return refuse("wrong-state", `It is \`${record.state}\`, and not in review.`);
  if (record.decisions.some(({ closed }) => closed === null))
    return refuse("decision-open", "A decision about it is open, and ends first.");
  if (record.escalations.some(({ answer }) => answer === null)) return refuse("escalated", "It is escalated, and that is answered first.");
  return record.entered.some(({ ended }) => ended === null)
    ? refuse("record-pending", "A decision taken elsewhere was entered, and is confirmed or disputed first.")
    : null;
}
