import { z } from "zod";
import { decisionShapes } from "./decision-shapes.ts";
import { Moment } from "./fields.ts";
import { oversightShapes } from "./oversight-shapes.ts";
import { roadShapes } from "./road-shapes.ts";

const shapes = { ...decisionShapes, ...oversightShapes, ...roadShapes };
const byType: ReadonlyMap<unknown, z.ZodType> = new Map(Object.entries(shapes));

/** What the fold reads beside the fact. Events on their way into the ledger have no version yet: they are of this one. */
const Envelope = z.object({
  version: z.literal(1).optional(),
  at: Moment,
  actor: z.object({ id: z.number().nullable(), login: z.string() }).nullable(),
  source: z.string(),
  fact: z.looseObject({ type: z.string() }),
});

/**
 * True when this version of Steward knows what the event means: its version, the type of its fact, and every field of it. An export
 * may come from a later version, or from hands that left something out.
 */
export function isKnownEvent(event: unknown): boolean {
  const envelope = Envelope.safeParse(event);
  return envelope.success && byType.get(envelope.data.fact.type)?.safeParse(envelope.data.fact).success === true;
}
