import { readFileSync } from "node:fs";
import { diagnose } from "../../src/cli/doctor/diagnose.ts";
import type { DoctorFacts } from "../../src/cli/doctor/facts.ts";
import { renderJson, renderReport } from "../../src/cli/doctor/render-report.ts";
import { withoutSecrets } from "../../src/cli/doctor/without-secrets.ts";
import { golden } from "../render/golden.ts";
import { smallConstitution } from "../support/constitution.ts";
import { aRepository, governed, known, soundFacts, soundGate, unknown, withGate, withRepository } from "../support/doctor-facts.ts";

const findings = (facts: DoctorFacts) => diagnose(facts).flatMap((section) => section.findings);
/** `fail gate`, `warn rules-review`, …: everything that is not ok. */
const amiss = (facts: DoctorFacts) => findings(facts).flatMap(({ id, status }) => (status === "ok" ? [] : [`${status} ${id}`]));

const grants = aRepository().installation;
const { issues, merge_queues, ...fewer } = grants.permissions;
const app = { ...grants, name: "steward-weather", page: "https://github.com/apps/steward-weather" };
const server = { version: "PostgreSQL 17.2", hasTables: true, readOnly: false };
const hook = { url: "https://steward.example.org/api/github/webhooks", contentType: "json", verifiesCertificate: true };
const latest = { event: "push", status: 202, at: "2026-11-23T08:59:00Z" };
const broken = smallConstitution().edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forecast]");
const withQueue = { gate: known({ ...soundGate, mergeQueue: known(true) }) };

const cases: Readonly<Record<string, readonly [DoctorFacts, ...string[]]>> = {
  "a sound installation has nothing amiss": [soundFacts()],
  "an App that GitHub does not take fails, and the rest is not judged": [
    soundFacts({ app: unknown, repositories: unknown, hook: unknown, deliveries: unknown, clockAhead: unknown }),
    "fail app",
  ],
  "an App registered with fewer permissions fails": [soundFacts({ app: known({ ...app, permissions: fewer }) }), "fail permissions"],
  "an installation that has not accepted new permissions fails, for labels too": [
    withRepository({ installation: { ...grants, permissions: fewer } }),
    "fail permissions",
    "fail labels",
  ],
  "a read where write is needed is a permission that is missing": [
    soundFacts({ app: known({ ...app, permissions: { ...grants.permissions, checks: "read" } }) }),
    "fail permissions",
  ],
  "options that app.yml describes may be given": [
    soundFacts({
      app: known({ ...app, permissions: { ...grants.permissions, contents: "write", administration: "read", statuses: "write" } }),
    }),
  ],
  "a permission that nothing uses is warned of": [
    soundFacts({ app: known({ ...app, permissions: { ...grants.permissions, administration: "write" } }) }),
    "warn permissions",
  ],
  "an event that GitHub does not send fails": [soundFacts({ app: known({ ...app, events: ["push"] }) }), "fail events"],
  "a webhook without an address fails": [soundFacts({ hook: known({ ...hook, url: null }) }), "fail webhook"],
  "a webhook that leads elsewhere fails": [soundFacts({ hook: known({ ...hook, url: "https://steward.example.org/" }) }), "fail webhook"],
  "a webhook that sends forms fails": [soundFacts({ hook: known({ ...hook, contentType: "form" }) }), "fail webhook"],
  "a webhook without a verified certificate is warned of": [
    soundFacts({ hook: known({ ...hook, verifiesCertificate: false }) }),
    "warn webhook",
  ],
  "deliveries that fail now fail": [
    soundFacts({ deliveries: known({ total: 9, failed: 1, latest: { ...latest, status: 401 } }) }),
    "fail deliveries",
  ],
  "deliveries that failed before are warned of": [soundFacts({ deliveries: known({ total: 9, failed: 1, latest }) }), "warn deliveries"],
  "no delivery at all is warned of": [soundFacts({ deliveries: known({ total: 0, failed: 0, latest: null }) }), "warn deliveries"],
  "a clock some seconds off is warned of": [soundFacts({ clockAhead: known(-20) }), "warn clock"],
  "a clock a minute off fails": [soundFacts({ clockAhead: known(61) }), "fail clock"],
  "a sandbox's own clock is not compared": [soundFacts({ clockAhead: null })],
  "a database that does not answer fails": [
    soundFacts({ storage: { kind: "server", place: "db.example.org/steward", answer: unknown } }),
    "fail database",
  ],
  "a database that takes no writes fails": [
    soundFacts({ storage: { kind: "server", place: "db.example.org/steward", answer: known({ ...server, readOnly: true }) } }),
    "fail database",
  ],
  "a folder of the other kind fails": [soundFacts({ storage: { kind: "folder", path: "/data", state: "other-owner" } }), "fail database"],
  "a folder that may not be written fails": [
    soundFacts({ storage: { kind: "folder", path: "/data", state: "not-writable" } }),
    "fail database",
  ],
  "a folder in use, free, or still to be made is sound": [soundFacts({ storage: { kind: "folder", path: "/data", state: "in-use" } })],
  "an App that is installed nowhere fails": [soundFacts({ repositories: known([]) }), "fail installation"],
  "a repository without a constitution fails, and nothing else about it is judged": [
    withRepository({ constitution: known(null), gate: unknown }),
    "fail constitution",
  ],
  "a constitution with errors fails": [withRepository({ constitution: governed(broken) }), "fail constitution"],
  "a constitution that cannot be read fails": [withRepository({ constitution: unknown }), "fail constitution"],
  "rules of another repository are warned of": [withRepository({ name: "weather-protocol/fork" }), "warn project"],
  "a paused project is warned of": [
    withRepository({ constitution: governed(smallConstitution().edit("project.yml", "mode: enforce", "mode: enforce\npaused: true")) }),
    "warn project",
  ],
  "rules that anybody may change alone are warned of": [withRepository({ codeOwners: known(null) }), "warn rules-review"],
  "owners whom the branch does not ask are warned of": [withGate({ codeOwnerReview: known(false) }), "warn rules-review"],
  "owners of whom nobody knows whether they are asked are warned of": [withGate({ codeOwnerReview: unknown }), "warn rules-review"],
  "a gate that is not required fails in enforce": [withGate({ requirement: known("not-required") }), "fail gate"],
  "a gate that anybody may turn green fails in enforce": [withGate({ requirement: known("unpinned") }), "fail gate"],
  "a gate of another App fails in enforce": [withGate({ requirement: known("other-app") }), "fail gate"],
  "a gate of which nothing is known is warned of, never taken for sound": [
    withGate({ requirement: unknown, bypass: unknown }),
    "warn gate",
  ],
  "a gate with a way around it that is not shown is warned of": [withGate({ bypass: unknown }), "warn gate-bypass"],
  "a gate with a way around it is warned of": [withGate({ bypass: known(["RepositoryRole 5"]) }), "warn gate-bypass"],
  "a required check in advise is warned of": [withGate({}, "advise"), "warn gate"],
  "a required check in observe fails: it never comes": [withGate({}, "observe"), "fail gate"],
  "no required check is sound in advise": [withGate({ requirement: known("not-required") }, "advise")],
  "no required check is sound in observe": [withGate({ requirement: known("not-required") }, "observe")],
  "a merge queue is sound where the App hears of its groups": [withRepository(withQueue)],
  "a merge queue without the event fails": [
    withRepository({ ...withQueue, installation: { ...grants, events: ["push"] } }),
    "fail merge-queue",
  ],
  "a conformance repository that cannot be read fails": [
    withRepository({ conformance: { repository: "weather-protocol/conformance", paths: unknown } }),
    "fail conformance",
  ],
};

describe("steward doctor", () => {
  it.each(Object.entries(cases))("%s", (_, [facts, ...expected]) => {
    expect(amiss(facts)).toEqual(expected);
  });

  it("says of everything that is amiss where it stands and how to mend it, and of what is sound nothing more", () => {
    for (const { status, where, fix } of Object.values(cases).flatMap(([facts]) => findings(facts))) {
      expect(where).not.toBe("");
      expect(fix === null).toBe(status === "ok");
    }
  });

  it("looks at each repository by itself", () => {
    const facts = soundFacts({
      repositories: known([aRepository(), aRepository({ name: "weather-protocol/other", constitution: known(null) })]),
    });

    expect(diagnose(facts).map(({ repository }) => repository)).toEqual([null, "weather-protocol/specification", "weather-protocol/other"]);
  });
});

const reports: Readonly<Record<string, DoctorFacts>> = {
  sound: soundFacts(),
  "not-known": soundFacts({ app: unknown, repositories: unknown, hook: unknown, deliveries: unknown, clockAhead: unknown }),
  sample: soundFacts({
    deliveries: known({ total: 100, failed: 4, latest }),
    repositories: known([
      aRepository({
        codeOwners: known(null),
        gate: known({ ...soundGate, requirement: known("unpinned"), bypass: known(["OrganizationAdmin", "RepositoryRole 5"]) }),
      }),
    ]),
  }),
};

describe("its report", () => {
  it.each(Object.entries(reports))("%s reads as it was reviewed", (name, facts) => {
    const rendered = renderReport(diagnose(facts), false);

    expect(rendered).toBe(golden(`doctor/${name}.txt`, rendered));
  });

  it("is the sample in the operator's page", () => {
    const page = readFileSync("docs/doctor.md", "utf8");

    expect(page).toContain(`\`\`\`text\n${renderReport(diagnose(soundFacts(reports.sample)), false)}\`\`\``);
  });

  it("has a line in the operator's page for every check there is", () => {
    const page = readFileSync("docs/doctor.md", "utf8");
    const ids = new Set(Object.values(cases).flatMap(([facts]) => findings(facts).map(({ id }) => id)));

    for (const id of ids) expect(page).toContain(`| \`${id}\` |`);
  });

  it("is the same as JSON, each finding with its repository", () => {
    const sections = diagnose(soundFacts());

    expect(JSON.parse(renderJson(sections))).toEqual(
      sections.flatMap(({ repository, findings: found }) => found.map((finding) => ({ repository, ...finding }))),
    );
  });
});

describe("secrets", () => {
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${"MIIEowIBAAKCAQEAz0".repeat(3)}\n-----END RSA PRIVATE KEY-----\n`;
  const hide = withoutSecrets([key, "p@ss/word", "postgres://steward:p%40ss%2Fword@db/x", "abc"]);

  it.each([
    ["as they are", `said ${key}`, "said [hidden]"],
    ["line by line", `said ${"MIIEowIBAAKCAQEAz0".repeat(3)}`, "said [hidden]"],
    ["in JSON", JSON.stringify({ key }), '{"key":"[hidden]"}'],
    ["in an address", "at postgres://steward:p%40ss%2Fword@db/x", "at [hidden]"],
    ["escaped", "with p%40ss%2Fword", "with [hidden]"],
    ["plain", "with p@ss/word", "with [hidden]"],
  ])("are hidden %s", (_, text, expected) => {
    expect(hide(text)).toBe(expected);
  });

  it("too short to be any take no words out of the report", () => {
    expect(hide("the abc of it")).toBe("the abc of it");
  });
});
