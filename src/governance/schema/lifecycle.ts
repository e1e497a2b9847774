import { z } from "zod";
import { proposalStates } from "../../domain/proposal-vocabulary.ts";
import { Clause, Duration, listOf, Text } from "./scalars.ts";

const State = z.enum(proposalStates);

export const LifecycleFile = z
  .strictObject({
    initial: State.default("proposal").describe("state of a proposal that was just opened"),
    states: listOf(
      z.strictObject({
        id: State.describe("the state"),
        label: z.string().min(1).max(50).describe("name of its GitHub label"),
        color: z
          .string()
          .regex(/^[0-9a-f]{6}$/, "six lower-case hex digits")
          .default("ededed")
          .describe("colour of the label, six hex digits in quotes"),
        description: z.string().max(100).default("").describe("description of the label"),
        terminal: z.boolean().default(false).describe("an end: the proposal may stay there"),
        turn: z.enum(["author", "sponsor", "deciders", "maintainers", "nobody"]).describe("who everyone waits for"),
      }),
    )
      .min(1)
      .describe("states that this project uses"),
    transitions: listOf(
      z.strictObject({
        from: listOf(State).min(1).describe("states it leads out of"),
        to: State.describe("state it leads to"),
        by: listOf(z.enum(["author", "sponsor", "lead", "group", "core-maintainers", "lead-maintainers", "timer", "hand"]))
          .min(1)
          .describe("who may make it; hand: done on GitHub outside the rules, seen and shown, never asked for"),
        requires: listOf(Text).default([]).describe("what must hold before, for people"),
        clause: Clause.optional(),
      }),
    ).describe("every way from one state to another"),
    timers: listOf(
      z.strictObject({
        state: State.describe("state in which it runs"),
        remind: Duration.optional().describe("after this time whoever's turn it is is reminded"),
        dormant: Duration.optional().describe("after this time the proposal is dormant"),
        asks: z
          .int()
          .min(0)
          .max(20)
          .default(2)
          .describe("how often people who may sponsor are asked before a proposal in the state `proposal` goes dormant (S7)"),
        "ask-every": Duration.default("60 days").describe("time from one such asking to the next, and before the first"),
        closes: z.boolean().default(false).describe("whether a dormant proposal is closed"),
        clause: Clause.optional(),
      }),
    )
      .default([])
      .describe("what happens when nothing happens"),
  })
  .describe("States of a proposal, the ways between them, and whose turn each is.");
export type LifecycleFile = z.infer<typeof LifecycleFile>;
