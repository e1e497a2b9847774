import { setStage } from "../../support/stage.ts";
import type { Seen } from "../../support/story.ts";
import {
  acceptedByGroup,
  all,
  checked,
  type Expected,
  has,
  headline,
  openStory,
  replied,
  reviewed,
  waiting,
} from "../../support/story-cast.ts";
import { writeFile } from "../../support/write-file.ts";

// Which text people said yes to, and what a push does to what was decided.
const stage = setStage({ options: ["--no-samples"] });

const schema = "schema/draft/schema.json";
const unconfirmed = all(has("accepted"), headline("he text has changed since"), checked("action_required"));
const normative = (text: string) => text.replace("A server MAY set it", "A server MUST set it");

test("a push that breaks the schema after acceptance waits for Core, and pushing the accepted schema back ends it", async () => {
  const story = await openStory(stage.sandbox, "breaks");
  await acceptedByGroup(story, stage.cast);
  await story.later("8d", waiting);
  let before = "";
  const broken = await story.write(
    schema,
    (text) => {
      before = text;
      return text.replace('"required": ["taskId", "status"]', '"required": ["taskId"]').replace('"taskId": {', '"taskID": {');
    },
    unconfirmed,
  );
  expect(broken.headline).toContain("Core Maintainers");
  await story.say(stage.cast.sponsor, "/final\nimplementation: https://example.org/i", replied("differs from what was accepted"));
  await story.write(schema, () => before, waiting);
}, 60_000);

test("a normative push in oversight waits until voters of the group who took no part have confirmed it", async () => {
  const story = await openStory(stage.sandbox, "confirmed");
  await acceptedByGroup(story, stage.cast);
  await story.push(normative, unconfirmed);
  const [, second, third = ""] = stage.cast.voters;
  await story.say(story.author, "/lgtm", replied(story.author));
  const { thanked } = await story.see();
  await story.say(
    second,
    "/lgtm",
    all(unconfirmed, (seen) => seen.thanked > thanked),
  );
  await story.say(
    third,
    "/lgtm",
    all(has("accepted"), headline("in oversight until"), (seen) => !unconfirmed(seen)),
  );
  await story.later("8d", waiting);
}, 60_000);

test("an editorial push keeps consents, acceptance and oversight", async () => {
  const story = await openStory(stage.sandbox, "editorial");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  await story.say(stage.cast.lead, "/lgtm", headline("one more consent"));
  const consents = all(headline("one more consent"), checked("action_required: In review"));
  await story.push((text) => text.replace("is hard to read", "is hard to follow"), consents);
  await story.say(stage.cast.voters[0], "/lgtm", headline("Silence is consent"));
  const overseen = all(has("accepted"), headline("in oversight until"), checked("in oversight"));
  await story.later("11d", overseen);
  await story.push((text) => text.replace("is hard to follow", "is hard to grasp"), overseen);
  await story.later("8d", waiting);
  await story.push((text) => text.replace("A longer description", "A longer text"), waiting);
}, 60_000);

test("a yes that follows a push before anybody was shown the new text does not count, and one that names the new text does", async () => {
  const story = await openStory(stage.sandbox, "overtaken");
  await reviewed(story, stage.cast);
  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  /** Pushes, and says yes in the same moment. */
  const overtaken = async (change: (text: string) => string, login: string, expected: Expected): Promise<Seen> => {
    const { replies } = await story.see();
    const fork = { owner: story.author, repo: stage.sandbox.file.repo, branch: "overtaken" };
    await writeFile(stage.sandbox.as(story.author), fork, "seps/0000-overtaken.md", change);
    return await story.say(
      login,
      "/lgtm",
      all(expected, (seen) => seen.replies.length > replies.length),
    );
  };
  const both = /the text is now `[0-9a-f]{12}`, and when you wrote, `[0-9a-f]{12}` was shown/;

  const ended = await overtaken(normative, stage.cast.voters[0], headline("waiting for Agents WG to open the decision"));
  expect(ended.replies.at(-1)).toMatch(both);

  await story.say(stage.cast.lead, "/propose accept", headline("closes"));
  await story.say(stage.cast.lead, "/lgtm", headline("one more consent"));
  await story.say(stage.cast.voters[0], "/lgtm", headline("Silence is consent"));
  await story.later("11d", headline("in oversight until"));
  const [, second, third = ""] = stage.cast.voters;
  const uncounted = await overtaken((text) => text.replace("MUST set it", "SHALL set it"), second, unconfirmed);
  const digest = /the text is now `([0-9a-f]{12})`/.exec(uncounted.replies.at(-1) ?? "")?.[1];
  expect(uncounted.replies.at(-1)).toMatch(both);
  const confirms = async (login: string, expected: Expected) => await story.say(login, `/lgtm ${digest}`, expected);
  await confirms(second, ({ thanked }) => thanked > uncounted.thanked);
  await confirms(
    third,
    all(headline("in oversight until"), (seen) => !unconfirmed(seen)),
  );
}, 60_000);
