import type { SimAct, SimHistory, SimPass, SimRules } from "./history.ts";

const shown = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");

/** A history as people would tell it: who is who, then acts and passes by time. */
export function printHistory({ rules, proposal, acts, passes }: SimHistory): string {
  const nameOf = (id: number) =>
    rules.people.flatMap(({ accounts }) => accounts).find(({ accountId }) => accountId === id)?.login ?? `account ${id}`;
  const happened = [
    ...acts.map((act) => ({ at: act.at, order: 0, text: `#${act.id} ${printAct(act, nameOf)}` })),
    ...passes.map((pass) => ({ at: pass.at, order: 1, text: printPass(pass) })),
  ].toSorted((one, other) => one.at - other.at || one.order - other.order);
  return [
    printRules(rules),
    `${shown(proposal.openedAt)} opened by ${nameOf(proposal.openedBy)}; authors ${proposal.authors.join(", ") || "-"}; ` +
      `${proposal.route}, ${proposal.groups.join(" with ")}`,
    ...happened.map(({ at, text }) => `${shown(at)} ${text}`),
  ].join("\n");
}

function printRules({ people, groups, ...rules }: SimRules): string {
  const persons = people.map(({ id, accounts, organisation, levels, emeritus, away }) => {
    const logins = accounts.map(({ login, pinned }) => (pinned ? login : `${login} (unpinned)`)).join("+");
    const absences = away.map(({ from, until }) => ` away ${from}..${until}`).join("");
    return `  ${id}: ${logins}, ${organisation ?? "no organisation"}, ${levels.join(" ")}${emeritus ? " emeritus" : ""}${absences}`;
  });
  const bodies = groups.map(({ id, leads, members }) => `  ${id}: leads ${leads.join(", ")}; members ${members.join(", ")}`);
  return [...persons, ...bodies, `  ${JSON.stringify(rules)}`].join("\n");
}

function printAct(act: SimAct, nameOf: (id: number) => string): string {
  switch (act.kind) {
    case "comment":
      return `${nameOf(act.by)}: ${act.text}${act.editedAt === null ? "" : " (edited)"}${act.bot ? " (bot)" : ""}`;
    case "review":
      return `${nameOf(act.by)} reviews ${act.text.normative}.${act.text.editorial}: ${act.verdict}`;
    case "push":
      return `push of ${act.text.normative}.${act.text.editorial}`;
    case "rules":
      return `other rules:\n${printRules(act.rules)}`;
    case "tamper":
      return `#${act.act} is ${act.how}`;
    case "label":
      return `${nameOf(act.by)} ${act.action === "put" ? "puts" : "takes off"} label ${act.label}`;
    case "assign":
      return `${nameOf(act.by)} is ${act.action}`;
    case "rename":
      return `${nameOf(act.account)} is now called ${act.login}`;
  }
}

function printPass({ seenThrough, shown: text, shownAt, fence, at }: SimPass): string {
  const published = `${text.normative}.${text.editorial}${shownAt === at ? "" : ` at ${shown(shownAt)}`}`;
  return `-- pass, sees #1..#${seenThrough}, shows ${published}, fence ${fence}`;
}
