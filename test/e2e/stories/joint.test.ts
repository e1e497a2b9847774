import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setStage } from "../../support/stage.ts";
import { all, checked, has, headline, lacks, openStory, reviewed } from "../../support/story-cast.ts";

// What belongs to two groups, where the constitution lets them decide together.
const stage = setStage({ options: ["--no-samples", "--governance", rulesWithAJointDelegation()] });

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
  const story = await openStory(stage.sandbox, "joint");
  await reviewed(story, stage.cast);
  const files = stage.sandbox.file.actors.filter(
    ({ login, roles }) => roles.includes("voter:files-wg") && !roles.includes("voter:agents-wg") && !/-2$/.test(login),
  );
  const [one = "", two = "", three = ""] = files.map(({ login }) => login);
  const joint = await story.say(stage.cast.lead, "/domain tasks files", all(has("domain: files"), headline("Files")));
  expect(joint.labels).toEqual(expect.arrayContaining(["domain: tasks", "route: agents-wg"]));

  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  await story.say(stage.cast.lead, "/lgtm", ({ thanked }) => thanked > joint.thanked);
  await story.say(stage.cast.voters[0], "/lgtm", ({ thanked }) => thanked > joint.thanked + 1);
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
