import { setStage } from "../../support/stage.ts";
import type { Seen } from "../../support/story.ts";
import { all, checked, has, headline, lacks, openStory, replied, reviewed } from "../../support/story-cast.ts";

// Whole stories of those who object, hold, or may not: each on a proposal of its own, so that none leans on another.
const stage = setStage();

test("a block that its raiser lifts lets the consensus close, and a Core Maintainer who took no part ends its oversight early", async () => {
  const story = await openStory(stage.sandbox, "lifted-block");
  await reviewed(story, stage.cast);
  const [blocker, other] = stage.cast.voters;
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  await story.say(blocker, "/block The label needs a limit; name one of 80 characters", headline("a block stands"));
  await story.say(blocker, "/unblock", headline("2 consents"));
  await story.say(stage.cast.lead, "/lgtm", headline("one more consent"));
  await story.say(other, "/lgtm", headline("Silence is consent"));
  await story.later("11d", all(has("accepted"), headline("in oversight until"), checked("in oversight")));
  await story.say(
    stage.cast.core[0],
    "/lgtm",
    all(has("accepted"), headline("waiting for its implementation"), checked("action_required: Accepted")),
  );
}, 60_000);

test("a group's vote without quorum accepts nothing and is escalated to Core", async () => {
  const story = await openStory(stage.sandbox, "no-quorum");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/call-vote", headline("votes until"));
  const { thanked } = await story.see();
  await story.say(stage.cast.lead, "/vote yes", (seen) => seen.thanked > thanked);
  const after = await story.later("8d", headline("scalated"));
  expect(after.labels).toEqual(expect.arrayContaining(["in-review"]));
  expect(after.labels).not.toContain("accepted");
  expect(after.check).toMatch(/^action_required/);
}, 60_000);

test("a Lead Maintainer's veto undoes an acceptance, and stands until a Lead Maintainer lifts it", async () => {
  const story = await openStory(stage.sandbox, "lead-veto");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  await story.say(stage.cast.lead, "/lgtm", headline("one more consent"));
  await story.say(stage.cast.voters[0], "/lgtm", headline("Silence is consent"));
  await story.later("11d", has("accepted"));
  await story.say(
    stage.cast.leadMaintainer,
    "/veto It contradicts the roadmap of this year",
    all(has("in-review"), lacks("accepted"), headline("veto")),
  );
  await story.say(stage.cast.lead, "/veto lift We have changed our minds", ({ replies }) => replies.length > 0);
  expect((await story.see()).headline).toContain("veto");
  await story.say(stage.cast.leadMaintainer, "/veto lift The roadmap was changed", (seen) => !/veto/i.test(seen.headline));
}, 60_000);

test.each(["confirmed", "disputed"])(
  "a decision of Core that was recorded and is %s by those listed takes effect or none",
  async (how) => {
    const story = await openStory(stage.sandbox, `recorded-${how}`);
    await reviewed(story, stage.cast);
    await story.say(stage.cast.core[0], "/route core", has("route: core"));
    const listed = [...stage.cast.core, stage.cast.leadMaintainer].map((login) => `@${login}`).join();
    await story.say(
      stage.cast.core[0],
      `/record accept https://example.org/minutes yes:${listed} no: abstain:`,
      headline("entered as accepted"),
    );
    expect((await story.see()).labels).toContain("in-review");
    if (how === "disputed") {
      await story.say(
        stage.cast.core[1],
        "/record dispute I voted against it that day",
        (seen) => !seen.headline.includes("entered as accepted"),
      );
      const after = await story.later("8d", has("in-review"));
      expect(after.labels).not.toContain("accepted");
    } else {
      const first = await story.say(stage.cast.core[1], "/record confirm", headline("1 so far"));
      expect(first.labels).toContain("in-review");
      await story.say(stage.cast.core[2], "/record confirm", all(has("accepted"), lacks("in-review"), checked("Accepted")));
    }
  },
  60_000,
);

test("a hold is for those whom the constitution names, and lifted by its holder", async () => {
  const story = await openStory(stage.sandbox, "held");
  await reviewed(story, stage.cast);
  await story.say(stage.sandbox.stranger(4).login, "/hold Not yet please", replied("It is held by"));
  const before = (await story.see()).labels;
  await story.say(stage.cast.lead, "/hold Wait for the release", ({ labels }) => labels.length === before.length + 1);
  const after = await story.say(stage.cast.lead, "/unhold", ({ labels }) => labels.length === before.length);
  expect(after.labels.toSorted()).toEqual(before.toSorted());
}, 60_000);

test("a lead of another group is refused once and moves nothing", async () => {
  const story = await openStory(stage.sandbox, "foreign-lead");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  const before = await story.see();
  const after = await story.say(stage.cast.foreignLead, "/lgtm", ({ replies }) => replies.length > before.replies.length);
  expect(after).toEqual({ ...before, replies: [...before.replies, expect.stringContaining(stage.cast.foreignLead)] });
}, 60_000);

test("a normative push ends an open consensus, and its consents fall", async () => {
  const story = await openStory(stage.sandbox, "pushed");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  await story.say(stage.cast.lead, "/lgtm", headline("one more consent"));
  await story.push(
    (text) => text.replace("A server MAY set it", "A server MUST set it"),
    (seen) => !seen.headline.includes("one more consent"),
  );
  const after = await story.later("11d", has("in-review"));
  expect(after.labels).not.toContain("accepted");
}, 60_000);

test("a comment that was edited into a command counts for nothing, and its writer is asked once to repeat it", async () => {
  const story = await openStory(stage.sandbox, "edited");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  const before = await story.see();
  const { octokit, target } = {
    octokit: stage.sandbox.as(stage.cast.voters[0]),
    target: { owner: stage.sandbox.file.owner, repo: stage.sandbox.file.repo },
  };
  const { data: comment } = await octokit.rest.issues.createComment({ ...target, issue_number: story.number, body: "Sounds fine." });
  await octokit.rest.issues.updateComment({ ...target, comment_id: comment.id, body: "/lgtm" });
  const after = await story.say(stage.cast.lead, "/lgtm", headline("one more consent"));
  expect(after.replies).toHaveLength(before.replies.length + 1);
  expect(after.replies.at(-1)).toContain(stage.cast.voters[0]);
}, 60_000);

test("a normative push in Core's vote returns the proposal, and nothing is accepted when the vote would have ended", async () => {
  const story = await openStory(stage.sandbox, "pushed-in-core");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.core[0], "/route core", has("route: core"));
  await story.say(stage.cast.core[0], "/call-vote", headline("Core Maintainers vote until"));
  for (const login of [...stage.cast.core, stage.cast.leadMaintainer]) {
    const { thanked } = await story.see();
    await story.say(login, "/vote yes", (seen) => seen.thanked > thanked);
  }
  const closed = (seen: Seen) => !seen.headline.includes("vote until");
  await story.push((text) => text.replace("A server MAY set it", "A server MUST set it"), closed);
  const after = await story.later("8d", has("in-review"));
  expect(after.labels).not.toContain("accepted");
  await story.say(stage.cast.core[0], "/call-vote", ({ replies }) => replies.length > after.replies.length);
  await story.say(stage.cast.sponsor, "/ready", headline("waiting for Core Maintainers to vote"));
}, 60_000);
