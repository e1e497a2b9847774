import { ok } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { findGroup } from "../named-group.ts";
import { concernedGroups, isAuthor, isCore, loginsOf } from "../roles.ts";

export const group = register<string>(
  {
    name: "group",
    usage: "/group id",
    who: "the author; Core, where nobody answered",
    does: "asks a group to stand behind the proposal",
    rules: ["S2"],
    examples: [
      { situation: "by the author", text: "/group forecasts", outcome: "the group is asked" },
      { situation: "by the author", text: "/group nowhere", outcome: "no-such-group" },
    ],
    parse: (line) => ok(line.argument),
    authorise(written, context) {
      const { governance, record } = context;
      if (!isAuthor(context) && !isCore(context)) {
        return refuse("not-author", "Its author asks a group to stand behind it.", { who: record.opened ? [record.opened.author] : [] });
      }
      const found = findGroup(written, governance);
      if (!found || found.status === "retired") {
        const near = concernedGroups(context).map(({ id }) => `\`/group ${id}\``);
        const list = [...governance.groups.values()].filter(({ status }) => status !== "retired").map(({ id }) => `\`${id}\``);
        return refuse(
          "no-such-group",
          `No group is called \`${written.trim().slice(0, 60)}\`; there are ${list.slice(0, 20).join(", ")}.`,
          {
            instead: near.length > 0 ? `Nearest: ${near.join(" or ")}.` : null,
          },
        );
      }
      return stands(context, found.id);
    },
    apply(written, { governance, record }) {
      const found = findGroup(written, governance);
      const again = record.group.asked.some((asked) => asked.group === found?.id) || record.group.stands === found?.id;
      return found && !again ? [{ fact: { type: "group-asked", group: found.id }, clause: found.clause }] : [];
    },
    say: (written, { governance }) =>
      `${findGroup(written, governance)?.name ?? written} is asked; one of its leads answers with \`/adopt\` or \`/decline reason\`.`,
  },
  "/group id",
);

function stands({ record, governance }: CommandContext, asked: string) {
  const { stands: behind } = record.group;
  if (behind === null || behind === asked) return null;
  const title = governance.groups.get(behind)?.name ?? behind;
  return refuse("group-stands", `${title} stands behind it already.`, {
    who: loginsOf(governance.groups.get(behind)?.leads.map(({ person }) => person) ?? [], governance),
  });
}
