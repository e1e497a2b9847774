import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { KnownProposal, ReportInput } from "../../src/queue/index.ts";
import { plainBody } from "../../src/render/index.ts";
import { aCoreRoute, aGroupRoute } from "./command-context.ts";
import { smallConstitution } from "./constitution.ts";
import { aRecord } from "./proposal-record.ts";
import { aDecision } from "./queue.ts";

const governance = smallConstitution()
  .append(
    "project.yml",
    `queue:
  order: [formal-reviews-first, roadmap-first, oldest-readiness-first]
  roadmap:
    - { area: Better forecasts, groups: [forecasts-wg] }
  exceptions:
    - { pull-request: 34, place: first, reason: A hole in it is exploited already. }
`,
  )
  .edit(
    "project.yml",
    "  review-windows:\n",
    "  meetings: { every: 2 weeks, first: 2026-11-25, agenda: 2 weeks, comments: 1 week, minutes: 2 days }\n  review-windows:\n",
  )
  .governance();

const day = "2026-11-26";
const at = instant("2026-11-02T09:00:00Z");
const asta = { person: "asta", login: "asta", at };
const text = { headSha: "a".repeat(40), digest: "d1".repeat(32), proposal: "p1", files: [] };
const forecasts = { ...aRecord().group, stands: "forecasts-wg", representative: "juno" };
const ready = (date: string, kind: "formal" | "pre" = "formal", digest = "d1".repeat(32)) => ({ kind, date, digest, at });

function proposal(pullRequest: number, title: string, route: KnownProposal["route"], record: Partial<ProposalRecord>): KnownProposal {
  const link = `https://github.example/weather-protocol/specification/pull/${pullRequest}`;
  return { pullRequest, number: pullRequest, title, link, route, record: aRecord({ sponsor: asta, text, ...record }) };
}

const escalation = {
  id: 9,
  why: "not-passed",
  raisedBy: null,
  handler: "bo-okafor",
  handlerPerson: "bo-okafor",
  openedAt: at,
  answerBy: instant("2026-12-03T22:59:59Z"),
  answer: null,
} as const;

/** One proposal for each thing that a queue can say; the first are not in its order. */
export const aFullQueue: ReportInput = {
  repository: "weather-protocol/specification",
  governance,
  day,
  nameBody: (id) => plainBody(id, governance),
  proposals: [
    proposal(12, "Delivery receipts", aGroupRoute(), { state: "in-review", ready: ready("2026-11-09"), group: forecasts }),
    proposal(15, "Tide tables", aCoreRoute(), {
      state: "in-review",
      ready: ready("2026-10-05"),
      decisions: [aDecision(instant("2026-12-01T09:00:00Z"))],
    }),
    proposal(21, "Outlooks by region", aGroupRoute(), {
      state: "draft",
      ready: ready("2026-09-01", "pre"),
      group: forecasts,
      sponsor: null,
    }),
    proposal(34, "Signed forecasts", aCoreRoute(), {
      state: "in-review",
      ready: ready("2026-11-20", "formal", "d0".repeat(32)),
      group: forecasts,
    }),
    proposal(40, "Quiet hours", aGroupRoute(), {
      state: "in-review",
      ready: ready("2026-11-01"),
      group: forecasts,
      escalations: [escalation],
    }),
    proposal(41, "Not ready", aGroupRoute(), { state: "draft" }),
  ],
};

/** A project that gives neither queue nor meetings, and has nothing to review. */
export const nothingReady: ReportInput = { ...aFullQueue, governance: smallConstitution().governance(), proposals: [] };
