import { createHmac } from "node:crypto";
import { type Governance, loadGovernance } from "../governance/index.ts";
import type { Standin } from "../standin/index.ts";
import { inventConstitution } from "./invented-constitution.ts";
import { strangers } from "./invented-names.ts";
import type { SandboxSeed } from "./sandbox-seed.ts";
import { seedFiles } from "./seed-files.ts";

export const owner = "sandbox-protocol";
export const repo = "specification";
/** Where R7.2's scenarios are; Steward reads it as anybody can, without being installed there. */
export const conformance = `${owner}/conformance`;
export const appSlug = "steward-sandbox";

/** What the App is given: `app.yml` without its comments. */
export const appPermissions = {
  metadata: "read",
  contents: "read",
  pull_requests: "write",
  issues: "write",
  checks: "write",
  merge_queues: "read",
  members: "read",
} as const;
export const appEvents = ["pull_request", "issue_comment", "pull_request_review", "push", "merge_group"];

/** One person of the sandbox, as `sandbox.json` lists them. */
export interface Actor {
  readonly login: string;
  readonly token: string;
  readonly organisation: string | null;
  readonly roles: readonly string[];
}

export interface SeededWorld {
  readonly governance: Governance;
  readonly actors: readonly Actor[];
}

/** Fills an empty stand-in from a seed: the same seed makes the same world, ids and commits included. */
export function seedWorld(standin: Standin, seed: SandboxSeed, isReal: (login: string) => boolean): SeededWorld {
  return standin.clock.pinned(seed.createdAt, () => {
    const { accounts, apps, repositories } = standin.world;
    const token = (login: string): string =>
      `ghp_${createHmac("sha256", seed.tokenSeed).update(login.toLowerCase()).digest("hex").slice(0, 36)}`;
    const ids = new Map<string, number>();
    const idOf = (login: string): number => {
      const known = ids.get(login);
      if (known !== undefined) return known;
      const { id } = accounts.user(login, { token: token(login) });
      ids.set(login, id);
      return id;
    };

    accounts.user("sandbox-owner", { token: token("sandbox-owner") });
    accounts.organization(owner, { owners: ["sandbox-owner"] });
    const { files, logins } = inventConstitution(seed.constitution, { repository: `${owner}/${repo}`, conformance, isReal, idOf });
    for (const login of strangers) idOf(login);
    const { governance, problems } = loadGovernance(files, { commit: null, today: new Date(seed.createdAt).toISOString().slice(0, 10) });
    if (!governance)
      throw new ConstitutionRefused(
        problems.filter(({ severity }) => severity === "error").map(({ file, line, message }) => `${file}:${line} ${message}`),
      );

    repositories.repository(`${owner}/${repo}`, {
      description: "A specification that is not real",
      files: Object.fromEntries(seedFiles(files, governance.project.proposals.folder)),
      message: "Begin",
    });
    repositories.repository(conformance, {
      description: "Conformance scenarios that are not real",
      files: {
        "README.md": "# Conformance\n\nScenarios and `src/seps/sep-NNNN.yaml`: which check exercises which requirement of a SEP.\n",
      },
      message: "Begin",
    });
    seedTeams(standin, governance, logins);
    apps.app({
      slug: appSlug,
      name: "Steward (sandbox)",
      owner,
      id: seed.appId,
      permissions: appPermissions,
      events: appEvents,
      privateKey: seed.privateKey,
      webhookSecret: seed.webhookSecret,
    });
    apps.install(appSlug, owner, { repositories: [`${owner}/${repo}`] });
    // As docs/install.md asks of a real installation: nothing is merged without the check, from this App alone.
    repositories.ruleset(`${owner}/${repo}`, {
      rules: [{ type: "required_status_checks", checks: [{ name: "Steward", appId: seed.appId }] }],
    });
    return {
      governance,
      actors: [...logins, ...strangers].map((login) => ({ login, token: token(login), ...describe(governance, login) })),
    };
  });
}

/** The constitution cannot be used; each line says what is wrong in it. */
export class ConstitutionRefused extends Error {
  override readonly name = "ConstitutionRefused";

  constructor(lines: readonly string[]) {
    super(
      [
        "The constitution has errors:",
        ...lines.map((line) => `  ${line}`),
        "Run `npm run steward -- check <folder>` to see each with its fix.",
      ].join("\n"),
    );
  }
}

/** Authorities and groups that name a team get it, with their people in it and the rights such teams have on the real repository. */
function seedTeams({ world }: Standin, governance: Governance, logins: readonly string[]): void {
  for (const login of logins) world.accounts.member(owner, login);
  const full = `${owner}/${repo}`;
  const seen = new Set<string>();
  const team = (name: string | null, members: readonly string[], role: "triage" | "maintain"): void => {
    if (name === null || seen.has(name)) return;
    seen.add(name);
    const accounts = members.flatMap((id) => governance.people.get(id)?.accounts.map(({ login }) => login) ?? []);
    world.accounts.team(owner, name, { members: accounts, repositories: { [full]: role, [conformance]: role } });
  };
  for (const authority of governance.authorities.values()) team(authority.team, authority.members, "maintain");
  for (const group of governance.groups.values())
    team(
      group.team,
      group.voters.map(({ person }) => person),
      "triage",
    );
}

function describe(governance: Governance, login: string): Pick<Actor, "organisation" | "roles"> {
  const id = governance.personByLogin.get(login.toLowerCase());
  const person = id === undefined ? undefined : governance.people.get(id);
  if (!person) return { organisation: null, roles: [] };
  const groups = [...governance.groups.values()];
  const levels = ["lead-maintainer", "core-maintainer", "maintainer", "member"].filter((level) => person.levels.includes(level));
  const recorder = governance.project.recorders.some((name) => name.toLowerCase() === login.toLowerCase());
  return {
    organisation: person.affiliation,
    roles: [
      ...levels,
      ...(recorder ? ["recorder"] : []),
      ...groups.filter(({ leads }) => leads.some((seat) => seat.person === id)).map((group) => `lead:${group.id}`),
      ...groups
        .filter(({ kind, voters }) => kind === "working-group" && voters.some((seat) => seat.person === id))
        .map((group) => `voter:${group.id}`),
    ],
  };
}
