import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PageContext } from "../../src/app/app-options.ts";
import { createReportPages } from "../../src/app/report-pages.ts";
import { type ReportOptions, runAgenda, runQueue } from "../../src/cli/queue/run-reports.ts";
import type { NewLedgerEvent } from "../../src/domain/ledger-event.ts";
import { instant } from "../../src/kernel/instant.ts";
import { subjectKey } from "../../src/ports/ledger.ts";
import { QueueReport } from "../../src/queue/index.ts";
import { type Constitution, smallConstitution } from "../support/constitution.ts";
import { aState, aView, opened } from "../support/ledger-facts.ts";
import { createMemoryStore, type MemoryStore } from "../support/memory-store.ts";

const spec = { id: 1, owner: "weather-protocol", name: "specification" };
const other = { id: 2, owner: "weather-protocol", name: "extensions" };
const servers: Server[] = [];
let now: string;
let store: MemoryStore;
let repositories: PageContext["repositories"];

beforeEach(async () => {
  now = "2026-11-23T12:00:00Z";
  store = createMemoryStore();
  repositories = async () => [spec];
  await keepRules(smallConstitution());
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** As a pass does that has read them. */
async function keepRules({ files }: Constitution, treeId = "t1"): Promise<void> {
  const plain = files.map(({ path, text }) => ({ path, text }));
  await store.cache.put(`constitution/${spec.id}`, { commit: "3f9c2a1", treeId, files: plain });
}

/** A proposal that is in review since the day, as its last pass left it. */
async function keepReady(pullRequest: number, date: string, open = true): Promise<void> {
  const subject = { repositoryId: spec.id, pullRequest };
  const fact = (given: NewLedgerEvent["fact"]): NewLedgerEvent => ({ ...opened(), fact: given });
  const links = { prototype: [], benefit: [], support: [] };
  await store.leases.withLease(subjectKey(subject), async (lease) => {
    const events = [
      opened(),
      fact({ type: "state-moved", from: "proposal", to: "draft" }),
      fact({ type: "state-moved", from: "draft", to: "in-review" }),
      fact({ type: "readied", kind: "formal", date, digest: "d1", links }),
    ];
    await store.ledger.append(subject, 0, events, lease);
    await store.subjects.save(aState(subject, { open, view: { ...aView(`Proposal ${pullRequest}`), kind: "proposal" } }), lease);
  });
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://127.0.0.1:${address.port}`;
}

/** A running Steward, as far as its reports go; under a path, as behind a proxy. */
function running(prefix = ""): Promise<string> {
  const context = { ...store, clock: { now: () => instant(now) }, repositories };
  const pages = createReportPages(context);
  return serve((request, response) => {
    request.url = request.url?.slice(prefix.length);
    void pages(request, response).then((answered) => answered || response.writeHead(404).end("There is nothing at this address.\n"));
  }).then((address) => `${address}${prefix}`);
}

async function run(from: string | null, options: Partial<ReportOptions & { readonly date: string | null }> = {}) {
  const written = { out: "", error: "" };
  const io = {
    writeOut: (text: string) => (written.out += text),
    writeError: (text: string) => (written.error += text),
    environment: {},
    now: Date.parse("2026-11-23T12:00:00Z"),
  };
  const asked = { from, folder: null, repository: null, json: false, ...options };
  const code = asked.date === undefined ? await runQueue(asked, io) : await runAgenda({ ...asked, date: asked.date }, io);
  return { code, ...written };
}

describe("a running Steward's reports", () => {
  it("hold the open proposals that are ready, and no closed pull request", async () => {
    await keepReady(12, "2026-11-09");
    await keepReady(13, "2026-11-02", false);
    await keepReady(14, "2026-11-02");

    const { code, out } = await run(await running(), { json: true });

    expect(code).toBe(0);
    expect(QueueReport.parse(JSON.parse(out))).toMatchObject({
      repository: "weather-protocol/specification",
      rules: "3f9c2a1",
      entries: [{ pullRequest: 12, title: "Proposal 12" }, { pullRequest: 14 }],
    });
  });

  it("are read anew after each pass, and after a change of the rules", async () => {
    await keepReady(12, "2026-11-09");
    const address = await running();
    await run(address);
    const subject = { repositoryId: spec.id, pullRequest: 12 };
    await store.leases.withLease(subjectKey(subject), async (lease) => {
      await store.ledger.append(subject, 4, [{ ...opened(), fact: { type: "queue-left" } }], lease);
      const view = { ...aView(), kind: "proposal" as const };
      await store.subjects.save(aState(subject, { view, lastPassAt: instant("2026-11-23T12:05:00Z") }), lease);
    });

    expect((await run(address)).out).toContain("Nothing is ready for review");

    await keepRules(smallConstitution().append("project.yml", "queue: { order: [roadmap-first] }\n"), "t2");
    expect(QueueReport.parse(JSON.parse((await run(address, { json: true })).out)).order.rules).toEqual(["roadmap-first"]);
  });

  it("are of today in the constitution's time zone, by the clock of the one that runs", async () => {
    now = "2026-11-23T23:30:00Z";

    expect((await run(await running())).out).toContain("Tuesday 24 November 2026");
  });

  it("are found under a path of its own, with and without a slash at the end", async () => {
    const address = await running("/steward");

    expect((await run(address)).code).toBe(0);
    expect((await run(`${address}/`)).code).toBe(0);
  });

  it("say that no constitution was read, with 503", async () => {
    repositories = async () => [other];
    const address = await running();

    expect((await fetch(`${address}/api/queue.json`)).status).toBe(503);
    expect(await run(address)).toMatchObject({ code: 2, error: expect.stringContaining("was not read yet, or has errors") });
  });

  it("ask which repository where there are several, with 400, and know it whatever its case", async () => {
    repositories = async () => [spec, other];
    const address = await running();

    expect((await fetch(`${address}/api/queue.json`)).status).toBe(400);
    expect((await run(address)).error).toBe("Name one of the repositories: weather-protocol/specification, weather-protocol/extensions.\n");
    expect((await run(address, { repository: "Weather-Protocol/Specification" })).code).toBe(0);
    expect((await run(address, { repository: "orbit/spec" })).error).toContain("not installed on orbit/spec; it is on weather-protocol/");
  });

  it.each([
    ["2026-02-30", "must be a day"],
    ["2026-11-22", "from today, 2026-11-23"],
    ["2028-11-24", "to two years ahead"],
    ["next week", "must be a day"],
  ])("give no agenda for %s", async (date, why) => {
    const address = await running();

    expect((await fetch(`${address}/api/agenda.json?date=${date}`)).status).toBe(400);
    expect(await run(address, { date })).toMatchObject({ code: 2, out: "", error: expect.stringContaining(why) });
  });

  it("give an agenda up to two years ahead, and without a date the next one", async () => {
    const address = await running();

    expect((await run(address, { date: "2028-11-23" })).code).toBe(0);
    expect((await run(address, { date: null })).out).toContain("As of Monday 23 November 2026");
  });

  it("answer reading alone, at their own addresses alone", async () => {
    const address = await running();

    expect((await fetch(`${address}/api/queue.json`, { method: "POST" })).status).toBe(404);
    expect((await fetch(`${address}/api/queue.json`, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(`${address}/api/constructor`)).status).toBe(404);
    expect((await fetch(`${address}//`)).status).toBe(404);
  });
});

describe("steward queue where there is no Steward", () => {
  it("says so for a server of another kind, for one that speaks another version, and for none", async () => {
    const page = await serve((_request, response) => response.end("<html>"));
    const newer = await serve((_request, response) => response.end('{ "version": 2 }'));
    const missing = await serve((_request, response) => response.writeHead(404).end());
    servers.splice(0, 1)[0]?.close();

    expect((await run(newer)).error).toContain("what this version of the command cannot read");
    expect((await run(missing)).error).toContain("answers 404: is a Steward that has this report running there?");
    expect((await run(page)).error).toMatch(/^No Steward answers at http:/);
    expect((await run("localhost:3000")).error).toContain("must be the address of a running Steward");
  });

  it("says so for a folder without data, and makes none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "queue-"));
    const { code, error } = await run(null, { folder: join(folder, "absent") });
    rmSync(folder, { recursive: true });

    expect(code).toBe(2);
    expect(error).toContain("There is no database of Steward in");
  });

  it("takes an address or a folder, not both", async () => {
    expect((await run("http://127.0.0.1:3000", { folder: "x" })).error).toBe("Give either --from or --data-dir to `steward queue`.\n");
  });
});
