import { z } from "zod";
import type { RoadFact } from "../fold-road.ts";
import { Change, Count, Moment, type Shapes, State, Text, TextOrNull, Texts } from "./fields.ts";

const person = { person: Text };
const login = { person: Text, login: Text };
const byHand = { action: z.enum(["set", "removed"]), login: Text, actorId: z.number().nullable() };

const Outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), text: Text }),
  z.object({ kind: z.literal("refused"), code: Text, text: Text, clause: TextOrNull, who: Texts, instead: TextOrNull }),
  z.object({ kind: z.literal("repeat"), code: Text, text: Text }),
  z.object({ kind: z.literal("suggested"), text: Text }),
  z.object({ kind: z.literal("ignored") }),
  z.object({ kind: z.literal("told"), question: Text }),
]);

export const roadShapes = {
  "proposal-opened": z.object({ type: z.literal("proposal-opened"), file: Text, author: Text, authorId: z.number().nullable() }),
  "text-read": z.object({
    type: z.literal("text-read"),
    headSha: Text,
    digest: Text,
    proposal: Text,
    files: z.array(z.object({ path: Text, blob: TextOrNull })),
    change: z.enum(["first", "editorial", "normative"]),
    passages: Texts,
  }),
  "text-published": z.object({ type: z.literal("text-published"), headSha: Text, digest: Text, fence: z.number().nullable() }),
  "head-judged": z.object({ type: z.literal("head-judged"), headSha: Text, reasons: Texts }),
  "head-confirmation-given": z.object({
    type: z.literal("head-confirmation-given"),
    headSha: Text,
    ...person,
    organisation: TextOrNull,
  }),
  "head-confirmed": z.object({ type: z.literal("head-confirmed"), headSha: Text, digest: Text }),
  routed: z.object({
    type: z.literal("routed"),
    kind: z.enum(["group", "core"]),
    group: TextOrNull,
    domain: Text,
    touched: Texts,
    change: Change,
    reasonCodes: Texts,
  }),
  "domain-set-by-hand": z.object({ type: z.literal("domain-set-by-hand"), domain: Text, ...byHand }),
  "change-set-by-hand": z.object({ type: z.literal("change-set-by-hand"), change: Change, ...byHand }),
  "domain-confirmed": z.object({ type: z.literal("domain-confirmed"), domain: Text, ...person }),
  "change-confirmed": z.object({ type: z.literal("change-confirmed"), change: Change, ...person }),
  "route-set": z.object({ type: z.literal("route-set"), to: z.enum(["core", "rules"]) }),
  "group-asked": z.object({ type: z.literal("group-asked"), group: Text }),
  "group-declined": z.object({ type: z.literal("group-declined"), group: Text }),
  "group-stood": z.object({ type: z.literal("group-stood"), group: Text, representative: TextOrNull }),
  "group-sought": z.object({ type: z.literal("group-sought"), asked: Texts, round: Count }),
  "sponsor-set": z.object({ type: z.literal("sponsor-set"), ...login }),
  "sponsor-left": z.object({ type: z.literal("sponsor-left") }),
  "state-moved": z.object({ type: z.literal("state-moved"), from: State, to: State }),
  readied: z.object({
    type: z.literal("readied"),
    kind: z.enum(["formal", "pre"]),
    date: Text,
    digest: Text,
    links: z.object({ prototype: Texts, benefit: Texts, support: Texts }),
  }),
  "queue-left": z.object({ type: z.literal("queue-left") }),
  recused: z.object({ type: z.literal("recused"), ...person }),
  unrecused: z.object({ type: z.literal("unrecused"), ...person }),
  "hold-set": z.object({ type: z.literal("hold-set"), ...login, endsAt: Moment }),
  "hold-lifted": z.object({ type: z.literal("hold-lifted"), ...person }),
  "hold-ended": z.object({ type: z.literal("hold-ended"), ...person }),
  "final-attested": z.object({
    type: z.literal("final-attested"),
    headSha: Text,
    digest: Text,
    items: z.array(z.object({ item: Text, status: Text, links: Texts })),
  }),
  "final-undone": z.object({ type: z.literal("final-undone"), why: Text }),
  "act-answered": z.object({ type: z.literal("act-answered"), command: Text, outcome: Outcome }),
  "reply-posted": z.object({ type: z.literal("reply-posted"), to: Text }),
  "act-tampered": z.object({ type: z.literal("act-tampered"), act: Text, how: z.enum(["edited", "deleted"]) }),
  "hand-undone": z.object({ type: z.literal("hand-undone"), what: Text }),
  "record-recovered": z.object({ type: z.literal("record-recovered"), hash: TextOrNull }),
  "reason-redacted": z.object({ type: z.literal("reason-redacted"), event: Count }),
  reminded: z.object({ type: z.literal("reminded"), about: Text, logins: Texts }),
} satisfies Shapes<RoadFact["type"]>;
