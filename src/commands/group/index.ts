import type { Refusal } from "../../domain/answer.ts";
import { ok } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { concernedGroups, isAuthor, isCore } from "../roles.ts";
import { findBody, refuseUnknownBody } from "../standing-body.ts";
import { whyNoGroupNow } from "./why-no-group-now.ts";

export const group = register<string>(
  {
    name: "group",
    usage: "/group id",
    who: "the author; Core, once nobody answered",
    does: "asks a group to stand behind the proposal",
    rules: ["S2"],
    examples: [
      { situation: "by the author", text: "/group forecasts", outcome: "the group is asked" },
      { situation: "by the author", text: "/group nowhere", outcome: "no-such-group" },
      { situation: "by a stranger", text: "/group forecasts", outcome: "not-author" },
    ],
    parse: (line) => ok(line.argument),
    authorise,
    apply(written, { governance, record }) {
      const found = findBody(written, governance);
      const again = record.group.asked.some((asked) => asked.group === found?.id) || record.group.stands === found?.id;
      return found && !again ? [{ fact: { type: "group-asked", group: found.id }, clause: found.clause }] : [];
    },
    say(written, { governance, record }) {
      const found = findBody(written, governance);
      const name = found?.name ?? written;
      if (found && record.group.stands === found.id) return `${name} stands behind it already.`;
      return `${name} is asked; ${found?.kind === "authority" ? "any of its members" : "one of its leads"} answers with \`/adopt\` or \`/decline reason\`.`;
    },
  },
  "/group id",
);

function authorise(written: string, context: CommandContext): Refusal | null {
  const { governance, record } = context;
  // S2: after the second asking time it is Core that is asked to name a group.
  if (!isAuthor(context) && !(isCore(context) && record.group.rounds >= 2)) {
    const who = record.opened ? [record.opened.author] : [];
    return refuse("not-author", "Its author asks a group to stand behind it, and Core does once nobody has answered.", { who });
  }
  const found = findBody(written, governance);
  if (!found) {
    const near = concernedGroups(context).map(({ id }) => `\`/group ${id}\``);
    return refuseUnknownBody(written, context, near.length > 0 ? `Nearest: ${near.join(" or ")}.` : null);
  }
  const { stands } = record.group;
  if (stands !== null && stands !== found.id) {
    const name = findBody(stands, governance)?.name ?? stands;
    return refuse("group-stands", `${name} stands behind it already.`, { instead: `Ask \`${stands}\` what you need.` });
  }
  return whyNoGroupNow(context);
}
