import type { DoctorFacts, RepositoryFacts } from "../../src/cli/doctor/facts.ts";
import { loadGovernance } from "../../src/governance/index.ts";
import type { Gate, Known } from "../../src/ports/github.ts";
import { appEvents, appPermissions } from "../../src/sandbox/sandbox-world.ts";
import { type Constitution, smallConstitution, someDay } from "./constitution.ts";

export const known = <T>(value: T): Known<T> => ({ known: true, value });
export const unknown = { known: false, why: "GitHub refused it: 502, Bad Gateway" } as const;

const manifest = { permissions: appPermissions, events: appEvents };

export const soundGate: Gate = {
  branch: "main",
  requirement: known("pinned"),
  bypass: known([]),
  mergeQueue: known(false),
  codeOwnerReview: known(true),
};

export function governed(constitution: Constitution = smallConstitution()): RepositoryFacts["constitution"] {
  return known(loadGovernance(constitution.files, { commit: "f".repeat(40), today: someDay }));
}

/** A repository about which there is nothing to say. */
export function aRepository(changes: Partial<RepositoryFacts> = {}): RepositoryFacts {
  return {
    name: "weather-protocol/specification",
    page: "https://github.com/weather-protocol/specification",
    installation: { ...manifest, page: "https://github.com/organizations/weather-protocol/settings/installations/77" },
    folder: "governance",
    constitution: governed(),
    gate: known(soundGate),
    labels: known(["SEP", "proposal", "Domain: forecasts"]),
    codeOwners: known({ path: ".github/CODEOWNERS", text: "/governance/ @weather-protocol/core-maintainers\n" }),
    conformance: { repository: "weather-protocol/conformance", paths: known(1204) },
    ...changes,
  };
}

/** A sound installation on one repository. */
export function soundFacts(changes: Partial<DoctorFacts> = {}): DoctorFacts {
  return {
    source: "the environment",
    apiBaseUrl: "https://api.github.com",
    appId: 12345,
    manifest,
    storage: {
      kind: "server",
      place: "db.example.org:5432/steward",
      answer: known({ version: "PostgreSQL 17.2", hasTables: true, readOnly: false }),
    },
    app: known({ ...manifest, name: "steward-weather", page: "https://github.com/apps/steward-weather" }),
    clockAhead: known(0.3),
    hook: known({ url: "https://steward.example.org/api/github/webhooks", contentType: "json", verifiesCertificate: true }),
    deliveries: known({ total: 100, failed: 0, latest: { event: "push", status: 202, at: "2026-11-23T08:59:00Z" } }),
    repositories: known([aRepository()]),
    asked: null,
    ...changes,
  };
}

/** The same with one repository, changed. */
export function withRepository(changes: Partial<RepositoryFacts>): DoctorFacts {
  return soundFacts({ repositories: known([aRepository(changes)]) });
}

export function withGate(changes: Partial<Gate>, mode: "observe" | "advise" | "enforce" = "enforce"): DoctorFacts {
  const constitution = governed(smallConstitution().edit("project.yml", "mode: enforce", `mode: ${mode}`));
  return withRepository({ constitution, gate: known({ ...soundGate, ...changes }) });
}
