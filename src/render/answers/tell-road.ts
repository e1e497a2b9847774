import { formatDay } from "../../calendar/index.ts";
import type { LedgerFact } from "../../domain/ledger-event.ts";
import type { Governance } from "../../governance/index.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { code, join, type Markdown, md, phrase } from "../markdown/index.ts";
import { namePerson, plainBodies, plainBody } from "../stages/index.ts";

type RoadFact = Extract<
  LedgerFact,
  {
    type:
      | "proposal-opened"
      | "text-read"
      | "head-judged"
      | "head-confirmation-given"
      | "head-confirmed"
      | "routed"
      | "domain-set-by-hand"
      | "change-set-by-hand"
      | "domain-confirmed"
      | "change-confirmed"
      | "route-set"
      | "group-asked"
      | "group-declined"
      | "group-stood"
      | "group-sought"
      | "sponsor-set"
      | "sponsor-left"
      | "state-moved"
      | "readied"
      | "queue-left"
      | "recused"
      | "unrecused"
      | "final-attested"
      | "final-undone"
      | "act-tampered"
      | "hand-undone"
      | "record-recovered"
      | "reason-redacted";
  }
>;

export function tellRoadFact(fact: RoadFact, governance: Governance): Markdown | null {
  const group = (id: string) => md`${plainBody(id, governance)}`;
  switch (fact.type) {
    case "proposal-opened":
      return md`opened with ${code(fact.file)} by ${code(fact.author, 40)}`;
    case "text-read":
      return fact.change === "normative"
        ? md`the normative text changed: ${join(
            fact.passages.slice(0, 3).map((passage) => phrase(passage, 100)),
            " · ",
          )}`
        : null;
    case "head-judged":
      return fact.reasons.length === 0
        ? md`the head is what was accepted`
        : md`the head is not what was accepted: ${join(
            fact.reasons.slice(0, 3).map((reason) => phrase(reason, 120)),
            " · ",
          )}`;
    case "head-confirmation-given":
      return md`${namePerson(fact.person, governance)} confirms the changed text`;
    case "head-confirmed":
      return md`the changed text is confirmed`;
    case "routed": {
      const who = fact.kind === "core" ? "Core decides" : `${fact.group === null ? "nobody" : plainBody(fact.group, governance)} decides`;
      return md`routed: ${who}; domain ${code(fact.domain)}, ${fact.change}`;
    }
    case "domain-set-by-hand":
      return md`domain ${code(fact.domain)} ${fact.action} by ${code(fact.login, 40)}`;
    case "change-set-by-hand":
      return md`class ${fact.change} ${fact.action} by ${code(fact.login, 40)}`;
    case "domain-confirmed":
      return md`domain ${code(fact.domain)} confirmed`;
    case "change-confirmed":
      return md`class ${fact.change} confirmed`;
    case "route-set":
      return fact.to === "core" ? md`sent to Core` : md`given back to what the rules say`;
    case "group-asked":
      return md`asks ${group(fact.group)} to stand behind it`;
    case "group-declined":
      return md`${group(fact.group)} declines`;
    case "group-stood":
      return md`${group(fact.group)} stands behind it`;
    case "group-sought":
      return md`${plainBodies(fact.asked, governance)} asked, because nobody had answered`;
    case "sponsor-set":
      return md`${code(fact.login, 40)} sponsors it`;
    case "sponsor-left":
      return md`the sponsor steps back`;
    case "state-moved":
      return md`${fact.from} → ${fact.to}`;
    case "readied":
      return fact.kind === "pre" ? md`a pre-review is asked for` : md`ready for review since ${formatDay(fact.date)}`;
    case "queue-left":
      return md`out of the review queue`;
    case "recused":
      return md`${namePerson(fact.person, governance)} recuses themselves`;
    case "unrecused":
      return md`${namePerson(fact.person, governance)} takes part again`;
    case "final-attested":
      return md`attests what R7 asks, on ${code(fact.headSha.slice(0, 7))}`;
    case "final-undone":
      return md`no longer final: ${phrase(fact.why, 160)}`;
    case "act-tampered":
      return md`a counted act was ${fact.how} afterwards, and keeps its effect`;
    case "hand-undone":
      return md`a change made by hand was put back`;
    case "record-recovered":
      return md`the record had been lost; what follows was rebuilt from GitHub`;
    case "reason-redacted":
      return md`the reason of entry ${fact.event} was removed`;
    default:
      return assertNever(fact);
  }
}
