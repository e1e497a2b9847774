import { readFileSync } from "node:fs";
import { join } from "node:path";

export const tablesPage = join("docs", "reference", "procedures.md");

export interface TableRow {
  readonly event: string;
  /** By state, in the order of the columns. */
  readonly cells: readonly string[];
  /** `C5`, `H1` */
  readonly rules: readonly string[];
}

export interface WrittenTable {
  readonly title: string;
  readonly states: readonly string[];
  readonly rows: readonly TableRow[];
}

const cellsOf = (line: string) =>
  line
    .replace(/^\|\s*/, "")
    .replace(/\s*\|\s*$/, "")
    .split(/(?<!\\)\s*(?<!\\)\|\s*/)
    .map((cell) => cell.replaceAll("\\|", "|").trim());

/** The tables of states and events, each with the heading above it: `| Event | a state | … | Rules |`. */
export function readTables(page: string = readFileSync(tablesPage, "utf8")): readonly WrittenTable[] {
  const sections = page.split(/^## /m).slice(1);
  return sections.flatMap((section) => {
    const [title = "", ...lines] = section.split("\n");
    const [head, , ...body] = lines.filter((line) => line.startsWith("|"));
    const [first, ...names] = cellsOf(head ?? "");
    if (first !== "Event") return [];
    const rows = body.map((line): TableRow => {
      const [event = "", ...cells] = cellsOf(line);
      const rules = [...(cells.at(-1) ?? "").matchAll(/\[([A-Z]\d+)\]/g)].flatMap(([, rule]) => rule ?? []);
      return { event, cells: cells.slice(0, -1), rules };
    });
    return [{ title, states: names.slice(0, -1), rows }];
  });
}

/** The page with every cell between the event and the rules as `tell` has it. */
export function writeCells(page: string, tell: (title: string, event: string, state: string) => string): string {
  const tables = readTables(page);
  let title = "";
  return page
    .split("\n")
    .map((line) => {
      if (line.startsWith("## ")) title = line.slice(3);
      const table = tables.find((each) => each.title === title);
      const [event = "", ...cells] = cellsOf(line);
      if (!table?.rows.some((row) => row.event === event) || !line.startsWith("| ")) return line;
      const told = table.states.map((state) => tell(title, event, state));
      return `| ${[event, ...told, cells.at(-1) ?? ""].join(" | ").replaceAll(/(?<=\/\w[^|]*\w)\|(?=\w)/g, "\\|")} |`;
    })
    .join("\n");
}
