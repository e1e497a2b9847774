import { z } from "zod";
import { proposalStates } from "../../domain/proposal-vocabulary.ts";
import { Clause, Duration, listOf, Text } from "./scalars.ts";

const State = z.enum(proposalStates);

export const LifecycleFile = z.strictObject({
  initial: State.default("proposal"),
  states: listOf(
    z.strictObject({
      id: State,
      label: z.string().min(1).max(50),
      color: z
        .string()
        .regex(/^[0-9a-f]{6}$/, "six lower-case hex digits")
        .default("ededed"),
      description: z.string().max(100).default(""),
      terminal: z.boolean().default(false),
      turn: z.enum(["author", "sponsor", "deciders", "maintainers", "nobody"]).describe("who everyone waits for"),
    }),
  ).min(1),
  transitions: listOf(
    z.strictObject({
      from: listOf(State).min(1),
      to: State,
      by: listOf(z.enum(["author", "sponsor", "lead", "group", "core-maintainers", "lead-maintainers", "timer", "hand"]))
        .min(1)
        .describe("hand: done on GitHub outside the rules, seen and shown, never asked for"),
      requires: listOf(Text).default([]),
      clause: Clause.optional(),
    }),
  ),
  timers: listOf(
    z.strictObject({
      state: State,
      remind: Duration.optional(),
      dormant: Duration.optional(),
      closes: z.boolean().default(false),
      clause: Clause.optional(),
    }),
  ).default([]),
});
export type LifecycleFile = z.infer<typeof LifecycleFile>;
