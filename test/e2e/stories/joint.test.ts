import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SandboxProcess, startSandboxProcess } from "../../support/sandbox-process.ts";
import { all, type Cast, castOf, checked, has, headline, lacks, openStory, reviewed } from "../../support/story-cast.ts";

// What belongs to two groups, where the constitution lets them decide together.
const minutes = 60_000;
let sandbox: SandboxProcess;
let cast: Cast;

beforeAll(async () => {
  sandbox = await startSandboxProcess({ options: ["--no-samples", "--governance", rulesWithAJointDelegation()] });
  cast = castOf(sandbox);
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
}, minutes);

/** As shipped, but that Files may decide jointly with the owner of another domain. */
function rulesWithAJointDelegation(): string {
  const folder = mkdtempSync(join(tmpdir(), "steward-joint-"));
  cpSync("governance", folder, { recursive: true });
  const path = join(folder, "groups", "files-wg.yml");
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace("    procedure: wg-consensus\n", "    procedure: wg-consensus\n    joint: true\n"),
  );
  return folder;
}

test("two groups decide jointly: what is missing in one keeps it open, and a block in either stands against all", async () => {
  const story = await openStory(sandbox, "joint");
  await reviewed(story, cast);
  const files = sandbox.file.actors.filter(
    ({ login, roles }) => roles.includes("voter:files-wg") && !roles.includes("voter:agents-wg") && !/-2$/.test(login),
  );
  const [one = "", two = "", three = ""] = files.map(({ login }) => login);
  const joint = await story.say(cast.lead, "/domain tasks files", all(has("domain: files"), headline("Files")));
  expect(joint.labels).toEqual(expect.arrayContaining(["domain: tasks", "route: agents-wg"]));

  await story.say(cast.lead, "/propose accept", headline("closes"));
  await story.say(cast.lead, "/lgtm", ({ thanked }) => thanked > joint.thanked);
  await story.say(cast.voters[0], "/lgtm", ({ thanked }) => thanked > joint.thanked + 1);
  const open = await story.later("11d", has("in-review"));
  expect(open.labels).not.toContain("accepted");
  await story.say(three, "/block Files have no such label; say what it means for them", headline("a block stands"));
  await story.say(one, "/lgtm", ({ thanked }) => thanked > open.thanked + 1);
  const blocked = await story.say(two, "/lgtm", ({ thanked }) => thanked > open.thanked + 2);
  expect(blocked.labels).not.toContain("accepted");
  const accepted = await story.say(
    three,
    "/unblock",
    all(has("accepted"), lacks("in-review"), headline("in oversight"), checked("in oversight")),
  );
  expect(accepted.record).toMatch(/By: .*Agents WG.* and .*Files WG/);
}, 60_000);
