import { z } from "zod";
import type { AssignmentEvent, LabelEvent, ReviewRequestEvent } from "../../../domain/snapshot.ts";
import { instant } from "../../../kernel/instant.ts";
import { ActorAnswer, toActor } from "./actor.ts";

/** A person, bot or team that was asked; null once deleted, or where the App may not see the team. */
export const ReviewerAnswer = z
  .union([
    z.object({ __typename: z.literal("Team"), slug: z.string() }).transform(({ slug }) => ({ name: slug, team: true })),
    z.object({ __typename: z.string(), login: z.string() }).transform(({ login }) => ({ name: login, team: false })),
  ])
  .nullable();
export type ReviewerAnswer = z.infer<typeof ReviewerAnswer>;

const common = { id: z.string(), createdAt: z.iso.datetime(), actor: ActorAnswer };

const assignments = z.enum(["AssignedEvent", "UnassignedEvent"]);

export const TimelineItemAnswer = z.union([
  z.object({ __typename: assignments, ...common, assignee: ActorAnswer }),
  z.object({ __typename: z.enum(["LabeledEvent", "UnlabeledEvent"]), ...common, label: z.object({ name: z.string() }) }),
  z.object({ __typename: z.enum(["ReviewRequestedEvent", "ReviewRequestRemovedEvent"]), ...common, requestedReviewer: ReviewerAnswer }),
]);
export type TimelineItemAnswer = z.infer<typeof TimelineItemAnswer>;

/** The same as a sweep sees it. */
export const HandActAnswer = z.object({ id: z.string(), actor: ActorAnswer });
export type HandActAnswer = z.infer<typeof HandActAnswer>;

export function isHandAct(item: TimelineItemAnswer): boolean {
  return "label" in item || "assignee" in item;
}

export function toAssignmentEvents(items: readonly TimelineItemAnswer[]): AssignmentEvent[] {
  return items.flatMap((item) =>
    "assignee" in item
      ? [
          {
            id: item.id,
            action: item.__typename === "AssignedEvent" ? "assigned" : "unassigned",
            assignee: toActor(item.assignee),
            actor: toActor(item.actor),
            at: instant(item.createdAt),
          },
        ]
      : [],
  );
}

export function toLabelEvents(items: readonly TimelineItemAnswer[]): LabelEvent[] {
  return items.flatMap((item) =>
    "label" in item
      ? [
          {
            id: item.id,
            action: item.__typename === "LabeledEvent" ? "labeled" : "unlabeled",
            label: item.label.name,
            actor: toActor(item.actor),
            at: instant(item.createdAt),
          },
        ]
      : [],
  );
}

export function toReviewRequestEvents(items: readonly TimelineItemAnswer[]): ReviewRequestEvent[] {
  return items.flatMap((item) =>
    "requestedReviewer" in item && item.requestedReviewer !== null
      ? [
          {
            id: item.id,
            action: item.__typename === "ReviewRequestedEvent" ? "requested" : "removed",
            reviewer: item.requestedReviewer.name,
            team: item.requestedReviewer.team,
            actor: toActor(item.actor),
            at: instant(item.createdAt),
          },
        ]
      : [],
  );
}
