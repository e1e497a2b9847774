import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import { createGitHub, createRecentChanges, createWaitingRoom, unpaced } from "../../adapters/github/index.ts";
import { type LoadedGovernance, loadGovernance } from "../../governance/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { GitHub, Known } from "../../ports/github.ts";
import type { Connection } from "./connection.ts";
import type { AppFacts, RepositoryFacts } from "./facts.ts";
import { attempt } from "./known.ts";
import { Permissions } from "./permissions.ts";
import { type AppClient, quiet, signInAsInstallation } from "./sign-in.ts";

const Installation = z.object({
  id: z.number(),
  html_url: z.string(),
  permissions: Permissions,
  events: z.array(z.string()),
  suspended_at: z.string().nullish(),
});
type Installation = z.infer<typeof Installation>;
const Repository = z.object({ full_name: z.string(), name: z.string(), html_url: z.string(), owner: z.object({ login: z.string() }) });
type Repository = z.infer<typeof Repository>;
const Label = z.object({ name: z.string() });

/** In this order GitHub looks for the file, and takes the first. */
const codeOwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
const mostBytes = 3_000_000;

/** Every repository where the App is installed and not suspended, or the one that was asked for; one after the other. */
export async function gatherRepositories(
  asApp: AppClient,
  connection: Connection,
  app: AppFacts,
  asked: string | null,
  clock: Clock,
): Promise<readonly RepositoryFacts[]> {
  const found: RepositoryFacts[] = [];
  const installations = await asApp.paginate("GET /app/installations", { per_page: 100 });
  for (const installation of installations.map((one) => Installation.parse(one)).filter(({ suspended_at }) => !suspended_at)) {
    const octokit = await signInAsInstallation(asApp, connection, installation.id);
    const repositories = await octokit.paginate("GET /installation/repositories", { per_page: 100 });
    for (const repository of repositories.map((one) => Repository.parse(one))) {
      if (asked !== null && repository.full_name.toLowerCase() !== asked.toLowerCase()) continue;
      found.push(await gatherRepository(octokit, connection, app, installation, repository, clock));
    }
  }
  return found;
}

async function gatherRepository(
  octokit: Octokit,
  { credentials, governanceFolder: folder }: Connection,
  app: AppFacts,
  { html_url: page, permissions, events }: Installation,
  { full_name: name, html_url, owner, name: repo }: Repository,
  clock: Clock,
): Promise<RepositoryFacts> {
  const github = createGitHub({
    octokit,
    owner: owner.login,
    name: repo,
    self: { appId: credentials.appId, login: `${app.name}[bot]` },
    checkName: "Steward",
    changes: createRecentChanges(),
    clock,
    log: quiet,
    pace: unpaced,
    waitingRoom: createWaitingRoom(clock),
  });
  const constitution = await attempt(() => readConstitution(github, folder, clock));
  const project = constitution.known ? constitution.value?.governance?.project : undefined;
  const conformance = project?.conformance?.repository;
  return {
    name,
    page: html_url,
    installation: { permissions, events, page },
    folder,
    constitution,
    gate: await attempt(() => github.readGate()),
    labels: await attempt(async () => {
      const labels = await octokit.paginate("GET /repos/{owner}/{repo}/labels", { owner: owner.login, repo, per_page: 100 });
      return labels.map((one) => Label.parse(one).name);
    }),
    codeOwners: await readCodeOwners(github, name),
    conformance: conformance === undefined ? null : { repository: conformance, paths: await countPaths(github, conformance) },
  };
}

async function readConstitution(github: GitHub, folder: string, clock: Clock): Promise<LoadedGovernance | null> {
  const source = await github.readConstitution(folder);
  if (source === null) return null;
  return loadGovernance(source.files, { commit: source.commit, today: clock.now().slice(0, 10) });
}

async function readCodeOwners(github: GitHub, repository: string): Promise<RepositoryFacts["codeOwners"]> {
  const read = await attempt(() => github.readForeignFiles(repository, codeOwnersPaths, mostBytes));
  if (!read.known) return read;
  if (!read.value.known) return read.value;
  for (const path of codeOwnersPaths) {
    const entry = read.value.value.entries.get(path);
    if (entry?.kind === "file") return { known: true, value: { path, text: entry.file.text ?? "" } };
  }
  return { known: true, value: null };
}

async function countPaths(github: GitHub, repository: string): Promise<Known<number>> {
  const listed = await attempt(() => github.listForeignPaths(repository));
  if (!listed.known) return listed;
  return listed.value.known ? { known: true, value: listed.value.value.paths.length } : listed.value;
}
