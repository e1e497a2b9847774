import { z } from "zod";
import type { LedgerFact } from "../../../domain/ledger-event.ts";
import { changeClasses, proposalStates } from "../../../domain/proposal-vocabulary.ts";
import { type Instant, isInstant } from "../../../kernel/instant.ts";

/** One shape for each of these types of fact; what a fact holds beyond its shape is let be. */
export type Shapes<Type extends LedgerFact["type"]> = { readonly [Each in Type]: z.ZodType<Extract<LedgerFact, { type: Each }>> };

export const Text = z.string();
export const TextOrNull = z.string().nullable();
export const Texts = z.array(z.string());
/** Sequences, and whatever else is counted. */
export const Count = z.int();
export const Moment = z.custom<Instant>((value) => typeof value === "string" && isInstant(value));
export const MomentOrNull = Moment.nullable();
export const State = z.enum(proposalStates);
export const Change = z.enum(changeClasses);
