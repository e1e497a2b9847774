import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { GovernanceFolderError, readGovernanceFolder } from "../adapters/folder/read-governance-folder.ts";
import { claimDataFolder, DataFolderRefused } from "../adapters/store/index.ts";
import { createLog, createOverviewPages, type RunningApp, startApp, webhookPath } from "../app/index.ts";
import { PeopleFile } from "../governance/schema/index.ts";
import { githubLimits, Journal, readJournal, type Standin, startStandin } from "../standin/index.ts";
import { createClockRoute } from "./clock-route.ts";
import { findFreePort } from "./free-port.ts";
import { type OpenedSample, openSamples } from "./open-samples.ts";
import { readFolderProposals, readSampleProposals } from "./sample-proposals.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import { renderSandboxReport } from "./sandbox-report.ts";
import { newSeed, readSeed, type SandboxSeed, writeSeed } from "./sandbox-seed.ts";
import { type Actor, appSlug, ConstitutionRefused, owner, repo, type SeededWorld, seedWorld } from "./sandbox-world.ts";

/** The sandbox cannot start; the message is for whoever started it. */
export class SandboxRefused extends Error {
  override readonly name = "SandboxRefused";
}

export interface RunningSandbox {
  readonly web: string;
  readonly api: string;
  stop(): Promise<void>;
}

const shippedGovernance = join(import.meta.dirname, "..", "..", "governance");
const host = "127.0.0.1";

/** Starts everything in this process, opens the samples and says what became of them. */
export async function startSandbox(options: SandboxOptions, say: (line: string) => void): Promise<RunningSandbox> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    if (options.seps !== null && !isFolder(options.seps))
      throw new SandboxRefused(`There is no folder ${options.seps} to open SEP files from.`);
    const folder = await claimDataFolder(options.dataDir, {
      owner: "sandbox",
      onWait: say,
      onLost: () => process.exit(70),
    });
    closing.push(folder.release);
    // An old address would send a waiting script to a process that is gone.
    rmSync(join(options.dataDir, "sandbox.json"), { force: true });

    const seed = await readOrMakeSeed(options);
    const standin = await openStandin(options, closing);
    const seeded = await fillStandin(standin, seed, options.dataDir);
    say(step("GitHub stand-in ready", standin.url));

    const app = await openApp(options, standin, seed, closing);
    standin.world.apps.setWebhook(appSlug, { url: `${app.url}${webhookPath}`, secret: seed.webhookSecret });
    say(step("database ready", `${relative(process.cwd(), options.dataDir) || "."}/ (embedded)`));
    say(step("rules read", summary(seeded)));

    const opened = await openAll(options, standin, seeded, say);
    await app.tick();
    await settled(app, standin);
    writeSandboxFile(options.dataDir, { web: app.url, api: standin.url, owner, repo, actors: seeded.actors });
    say(await report(opened, app, seeded, options.dataDir));
    say(`steward sandbox ready ${app.url}`);
    return { web: app.url, api: standin.url, stop };
  } catch (fault) {
    await stop();
    if (fault instanceof SandboxRefused) throw fault;
    if (fault instanceof DataFolderRefused || fault instanceof ConstitutionRefused || fault instanceof GovernanceFolderError) {
      throw new SandboxRefused(fault.message, { cause: fault });
    }
    throw fault;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function readOrMakeSeed(options: SandboxOptions): Promise<SandboxSeed> {
  const known = readSeed(options.dataDir);
  if (known) {
    if (options.governance !== null && options.governance !== known.governanceFolder) {
      throw new SandboxRefused(
        `The sandbox in ${options.dataDir} was made with ${known.governanceFolder ?? "the shipped constitution"}. Choose another folder with --data-dir, or delete this one to begin anew.`,
      );
    }
    return known;
  }
  const constitution = await readGovernanceFolder(options.governance ?? shippedGovernance);
  const seed = newSeed(Date.now(), { governanceFolder: options.governance, constitution: [...constitution] });
  writeSeed(options.dataDir, seed);
  return seed;
}

async function openStandin(options: SandboxOptions, closing: (() => Promise<void>)[]): Promise<Standin> {
  const journal = new Journal(join(options.dataDir, "github.jsonl"));
  const standin = await startStandin({ journal, ...(options.paced && { limits: githubLimits }) });
  closing.push(async () => {
    await standin.close();
    journal.close();
  });
  return standin;
}

async function fillStandin(standin: Standin, seed: SandboxSeed, dataDir: string): Promise<SeededWorld> {
  const real = await readRealLogins();
  const seeded = seedWorld(standin, seed, (login) => real.has(login.toLowerCase()));
  standin.replay(readJournal(join(dataDir, "github.jsonl")));
  return seeded;
}

/** Whoever the shipped constitution names is a real person, and must not act here. */
async function readRealLogins(): Promise<ReadonlySet<string>> {
  const shipped = await readGovernanceFolder(shippedGovernance);
  const people = shipped.find(({ path }) => path === "people.yml");
  const { people: persons } = PeopleFile.parse(parse(people?.text ?? ""));
  return new Set(persons.flatMap(({ accounts }) => accounts.map(({ login }) => login.toLowerCase())));
}

async function openApp(
  options: SandboxOptions,
  standin: Standin,
  seed: SandboxSeed,
  closing: (() => Promise<void>)[],
): Promise<RunningApp> {
  const log = createLog("warn");
  const port = options.port === 0 ? await findFreePort(host) : options.port;
  const clockRoute = createClockRoute(standin, () => running.tick());
  const running: RunningApp = await startApp({
    credentials: { appId: seed.appId, privateKey: seed.privateKey, webhookSecrets: [seed.webhookSecret] },
    apiBaseUrl: standin.url,
    storage: { kind: "folder", path: join(options.dataDir, "app"), owner: "sandbox" },
    http: { host, port },
    recordUrl: (_repository, pullRequest) => `http://${host}:${port}/#pr-${pullRequest}`,
    log,
    clock: standin.clock,
    paced: options.paced,
    governanceFolder: "governance",
    proposedDelegationsAct: true,
    onFolderLost: () => process.exit(70),
    pages: (context) => {
      const overview = createOverviewPages(context, { notices: ["This is a sandbox: nothing here is real, and nobody in it exists."] });
      return async (request, response) => (await clockRoute(request, response)) || (await overview(request, response));
    },
  });
  closing.push(running.stop);
  return running;
}

async function openAll(
  options: SandboxOptions,
  standin: Standin,
  { actors, governance }: SeededWorld,
  say: (line: string) => void,
): Promise<readonly OpenedSample[]> {
  const { folder } = governance.project.proposals;
  const samples = options.seps !== null ? readFolderProposals(options.seps, folder) : options.samples ? readSampleProposals(folder) : [];
  if (samples.length === 0) return [];
  const repository = `${owner}/${repo}`;
  let told = 0;
  const opened = await openSamples(
    samples,
    { api: standin.url, owner, repo, actors, takeNumber: (number) => standin.nextNumber(repository, number) },
    () => {
      told += 1;
      if (told % 10 === 0 && told < samples.length) say(step(`${told} of ${samples.length} proposals opened`, ""));
    },
  );
  say(step(`${opened.length} ${options.seps === null ? "sample SEPs" : "SEPs"} opened`, ""));
  return opened;
}

/** Everything delivered and every pass done. A pass writes, and its writes are delivered too: so until both rest. */
async function settled(app: RunningApp, standin: Standin): Promise<void> {
  do {
    await standin.deliveries.settled();
    await app.idle();
  } while (standin.deliveries.underWay > 0);
}

async function report(opened: readonly OpenedSample[], app: RunningApp, { governance }: SeededWorld, dataDir: string): Promise<string> {
  const [repository] = await app.context.repositories();
  const states = repository ? await app.context.subjects.list(repository.id) : [];
  const proposals = opened.map(({ number, title }) => ({
    number,
    title,
    view: states.find(({ subject }) => subject.pullRequest === number)?.view ?? null,
  }));
  return renderSandboxReport(proposals, governance, app.url, relative(process.cwd(), dataDir) || dataDir);
}

interface SandboxFile {
  readonly web: string;
  readonly api: string;
  readonly owner: string;
  readonly repo: string;
  readonly actors: readonly Actor[];
}

/** Whole or not at all: scripts wait for the file to appear. */
function writeSandboxFile(dataDir: string, file: SandboxFile): void {
  const path = join(dataDir, "sandbox.json");
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function summary({ governance }: SeededWorld): string {
  const delegations = [...governance.groups.values()].reduce((sum, group) => sum + group.delegations.length, 0);
  return `governance/: ${governance.groups.size} groups, ${delegations} delegations (proposed, acting here), ${governance.people.size} invented people`;
}

const step = (what: string, where: string): string => `  ✔ ${what.padEnd(24)} ${where}`.trimEnd();
