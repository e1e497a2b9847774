import type { DoctorFacts, Grants, RepositoryFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

const levels = ["read", "write", "admin"];
/** Options that app.yml describes: they may be given, and are not asked for. */
const options: Readonly<Record<string, string>> = { contents: "write", administration: "read", statuses: "write" };

/** The App as it is registered, against app.yml: permissions and events. */
export function judgeRegistration({ app, manifest, apiBaseUrl, appId, source }: DoctorFacts): readonly Finding[] {
  const identity = findingsOf("app", apiBaseUrl);
  if (!app.known) {
    const fix = `Compare APP_ID and PRIVATE_KEY (${source}) with the App's settings page, see that this machine reaches ${apiBaseUrl} and that its clock is right.`;
    return [identity.fail(`GitHub does not take App ${appId} with this private key: ${app.why}`, fix)];
  }
  const { name, page } = app.value;
  return [
    identity.ok(`App ${appId} is ${name}`),
    ...judgePermissions(app.value, manifest, page, "On the App's settings page, under Permissions & events, set"),
    ...judgeEvents(app.value, manifest, page),
  ];
}

/** New permissions of an App hold only where the owner of the installation has accepted them. */
export function judgeInstallation({ installation, name }: RepositoryFacts, manifest: Grants): readonly Finding[] {
  const fix = `An owner of ${name.split("/")[0]} accepts what the App asks for on this page; it must give`;
  return judgePermissions(installation, manifest, installation.page, fix);
}

function judgePermissions(held: Grants, manifest: Grants, page: string, how: string): readonly Finding[] {
  const permissions = findingsOf("permissions", page);
  const missing = Object.entries(manifest.permissions).filter(([name, level]) => rank(held.permissions[name]) < rank(level));
  const spare = Object.entries(held.permissions).filter(
    ([name, level]) => rank(level) > Math.max(rank(manifest.permissions[name]), rank(options[name])),
  );
  const words = (entries: readonly (readonly [string, string])[]) => entries.map(([name, level]) => `${name}: ${level}`).join(", ");
  return [
    ...(missing.length > 0 ? [permissions.fail(`${words(missing)} missing, which app.yml asks for`, `${how} ${words(missing)}.`)] : []),
    ...(spare.length > 0
      ? [
          permissions.warn(
            `${words(spare)} given, which Steward has no use for`,
            "Take it back: what an App may not do, nobody can do with its key.",
          ),
        ]
      : []),
    ...(missing.length === 0 && spare.length === 0 ? [permissions.ok("as app.yml asks for")] : []),
  ];
}

function judgeEvents({ events }: Grants, manifest: Grants, page: string): readonly Finding[] {
  const finding = findingsOf("events", page);
  const missing = manifest.events.filter((event) => !events.includes(event));
  if (missing.length === 0) return [finding.ok(manifest.events.join(", "))];
  const fix = `On the App's settings page, under Permissions & events, subscribe to ${missing.join(", ")}. Until then Steward learns of it at the next sweep only.`;
  return [finding.fail(`GitHub does not tell Steward of ${missing.join(", ")}`, fix)];
}

function rank(level: string | undefined): number {
  return level === undefined ? -1 : levels.indexOf(level);
}
