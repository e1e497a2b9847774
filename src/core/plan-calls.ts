import { addDuration, type Calendar } from "../calendar/index.ts";
import type { Effect } from "../domain/effect.ts";
import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { epochMilliseconds, type Instant } from "../kernel/instant.ts";
import { type ProposalStatus, renderAskLeads, renderAskSponsors, renderReminder } from "../render/index.ts";
import { isWritten, longestWait } from "./written-replies.ts";

interface Calling {
  readonly snapshot: Snapshot;
  readonly data: ProposalStatus;
  readonly ledger: readonly LedgerEvent[];
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** Comments that call whoever is asked or reminded, once for each such event of the ledger. */
export function planCalls({ snapshot, data, ledger, calendar, now }: Calling): readonly Effect[] {
  return ledger
    .filter(
      ({ at, fact }) =>
        (fact.type === "group-sought" || fact.type === "reminded") && epochMilliseconds(now) - epochMilliseconds(at) < longestWait,
    )
    .flatMap((event) => {
      const key = `call/${event.sequence}`;
      const body = isWritten(key, data.record, snapshot) ? null : call(key, event, { data, calendar });
      return body === null ? [] : [{ kind: "create-comment", key, body } satisfies Effect];
    });
}

function call(key: string, { fact, at }: LedgerEvent, { data, calendar }: Pick<Calling, "data" | "calendar">): string | null {
  const { governance, record } = data;
  const title = record.opened?.file ?? data.file;
  if (fact.type === "group-sought") {
    const logins = fact.asked.flatMap((person) => governance.people.get(person)?.login ?? []).slice(0, 4);
    const body = fact.round === 1 ? (record.group.asked.at(-1)?.group ?? data.route.group ?? "core-maintainers") : "core-maintainers";
    const nextAt = fact.round === 1 ? addDuration(at, governance.project["front-door"]["ask-lead-after"], calendar) : null;
    return renderAskLeads({ key, body, logins, title, nextAt }, data);
  }
  if (fact.type !== "reminded") return null;
  if (fact.about.startsWith("sponsors/")) return renderAskSponsors({ key, logins: fact.logins, title }, data);
  return renderReminder({ key, logins: fact.logins, since: record.stateSince ?? at }, data);
}
