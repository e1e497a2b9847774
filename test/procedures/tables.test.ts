import { readFileSync, writeFileSync } from "node:fs";
import { commands } from "../../src/commands/registry.ts";
import { instant } from "../../src/kernel/instant.ts";
import { readRules } from "../docs/read-rules.ts";
import { aCommandContext } from "../support/command-context.ts";
import { eventOf } from "./tables/events.ts";
import { machines } from "./tables/machines.ts";
import { readTables, tablesPage, writeCells } from "./tables/read-tables.ts";
import { runEvent, tellCell } from "./tables/run-event.ts";

// `UPDATE_GOLDEN=1` writes what comes of each event now: read the difference against the rules before you commit it.
if (process.env.UPDATE_GOLDEN === "1") {
  const filled = writeCells(readFileSync(tablesPage, "utf8"), (title, event, state) => {
    const machine = machines.find((each) => each.title === title);
    const standing = machine?.states[state];
    return machine && standing ? tellCell(machine, standing, eventOf(event)) : "?";
  });
  writeFileSync(tablesPage, filled);
}

const tables = readTables();

/** About what an act is and when a pass may look (T), when a route is read (O1), the gate (H2), and what is done by hand (B). */
const elsewhere = new Set(["T1", "T3", "T5", "O1", "H2", "B1", "B2", "B3", "S8"]);

test("there is a table for each procedure, and none besides", () => {
  expect(tables.map(({ title }) => title)).toEqual(machines.map(({ title }) => title));
});

test("every command that decides has a row", () => {
  const told = new Set(tables.flatMap(({ rows }) => rows).flatMap(({ event }) => /^`\/([a-z-]+)/.exec(event)?.[1] ?? []));

  expect(commands.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([]);
});

test("every rule of the page that a table can show is named by a row", () => {
  const named = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ rules }) => rules)));

  expect(
    readRules()
      .map(({ number }) => number)
      .filter((number) => !named.has(number) && !elsewhere.has(number)),
  ).toEqual([]);
});

describe.each(machines)("$title", (machine) => {
  const table = tables.find(({ title }) => title === machine.title);

  test("has a column for each state", () => {
    expect(table?.states).toEqual(Object.keys(machine.states));
  });

  test.each(Object.entries(machine.states))("%s is a state: nothing follows from it by itself", (name, standing) => {
    const { record, at } = aCommandContext(standing);

    expect(machine.where(record, at)).toBe(name);
    expect(runEvent(standing, {}).events).toEqual([]);
  });

  test("names the rules of each row", () => {
    expect(table?.rows.filter(({ rules }) => rules.length === 0)).toEqual([]);
  });

  const cells = (table?.rows ?? []).flatMap(({ event, cells: written }) =>
    Object.entries(machine.states).map(([state, standing], index) => ({ event, state, standing, cell: written[index] })),
  );

  test("what time alone brings about is of its own instant, not of the pass that finds it (T2)", () => {
    const late = cells
      .filter(({ event }) => event === "the time until its end passes")
      .flatMap(({ event, state, standing }) => {
        const { at: now = "" } = eventOf(event);
        const events = runEvent(standing, eventOf(event)).events.filter(({ at, source }) => source === "deadline" && at === instant(now));
        return events.map(({ fact }) => ({ state, type: fact.type }));
      });

    expect(late).toEqual([]);
  });

  test.each(cells)("$state, $event: $cell", ({ event, standing, cell }) => {
    expect(tellCell(machine, standing, eventOf(event))).toBe(cell);
  });
});
