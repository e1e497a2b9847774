import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { renderAgenda } from "../../src/cli/queue/render-agenda.ts";
import { renderQueue } from "../../src/cli/queue/render-queue.ts";
import { AgendaReport, makeAgendaReport, makeQueueReport, QueueReport } from "../../src/queue/index.ts";
import { aFullQueue } from "../support/full-queue.ts";

const root = join(import.meta.dirname, "..", "..");
const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** The sample as it is published. `UPDATE_GOLDEN=1` writes what is computed now; then `npm run generate` puts it on the page. */
function sampleOf(name: string, computed: unknown): unknown {
  const path = join(root, "data", "schemas", `${name}-report.sample.json`);
  if (process.env.UPDATE_GOLDEN === "1" || !existsSync(path)) {
    writeFileSync(path, `${JSON.stringify(computed, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(path, "utf8"));
}
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, "data", "schemas", `${name}-report.schema.json`), "utf8"));
const golden = (name: string) => readFileSync(join(root, "test", "golden", "queue", `${name}.txt`), "utf8");

const reports = [
  { name: "queue", computed: makeQueueReport(aFullQueue), text: (sample: unknown) => renderQueue(QueueReport.parse(sample)) },
  { name: "agenda", computed: makeAgendaReport(aFullQueue), text: (sample: unknown) => renderAgenda(AgendaReport.parse(sample)) },
];

describe.each(reports)("the published $name", ({ name, computed, text }) => {
  const sample = sampleOf(name, computed);

  it("has a sample that is what is computed, and from which the command writes the text that was read", () => {
    expect(sample).toEqual(computed);
    expect(text(sample)).toBe(golden(name));
  });

  it("has a schema that its sample keeps, that lets keys be added, and that refuses another version or a missing key", () => {
    const validate = ajv.compile(schemaOf(name));
    const { order: _, ...without } = computed;

    expect(validate(sample)).toBe(true);
    expect(validate({ ...computed, addedLater: true })).toBe(true);
    expect(validate({ ...computed, version: 2 })).toBe(false);
    expect(validate(without)).toBe(false);
    expect(validate({ ...computed, entries: [{ ...computed.entries[0], kind: "third" }] })).toBe(false);
  });
});
