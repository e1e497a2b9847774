import { type SandboxProcess, startSandboxProcess } from "../../support/sandbox-process.ts";
import type { Seen } from "../../support/story.ts";
import { all, type Cast, castOf, has, headline, lacks, openStory, replied, reviewed } from "../../support/story-cast.ts";

// Stories of what is said by a review, and of what nobody says: each on a proposal of its own, in one sandbox whose clock they share.
const minutes = 60_000;
let sandbox: SandboxProcess;
let cast: Cast;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  cast = castOf(sandbox);
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
}, minutes);

async function review(login: string, pullRequest: number, event: "APPROVE" | "REQUEST_CHANGES", body: string): Promise<void> {
  const { owner, repo } = sandbox.file;
  await sandbox.as(login).rest.pulls.createReview({ owner, repo, pull_number: pullRequest, event, body });
}

test("an approving review of a voter is a consent, and one that asks for changes is asked for a block's reason", async () => {
  const story = await openStory(sandbox, "reviewed-by-review");
  await reviewed(story, cast);
  await story.say(cast.lead, "/propose accept", headline("closes"));
  await review(cast.lead, story.number, "APPROVE", "");
  await story.until(headline("one more consent"), "the consent of an approving review");
  await review(cast.voters[0], story.number, "REQUEST_CHANGES", "No.");
  await story.until(replied(`\`${cast.voters[0]}\``), "the question for a block's reason");
  await review(cast.voters[1], story.number, "APPROVE", "Good.");
  await story.until(headline("Silence is consent"), "the second consent");
  await story.later("11d", has("accepted"));
}, 60_000);

test("a vote without a quorum goes to Core, whose handler gives it back with guidance, and the group decides anew", async () => {
  const story = await openStory(sandbox, "guided");
  await reviewed(story, cast);
  await story.say(cast.lead, "/call-vote", headline("vote"));
  const escalated = await story.later("8d", headline("first answer by"));
  const handler = cast.core.concat(cast.leadMaintainer).find((login) => escalated.headline.includes(`@${login},`));
  if (handler === undefined) throw new Error(`No handler in ${escalated.headline}`);
  await story.say(cast.lead, "/propose accept", ({ replies }) => replies.length > escalated.replies.length);
  await story.say(handler, "/escalate guidance Name the limit of a label first", lacks("accepted"));
  await story.say(cast.lead, "/propose accept", headline("closes"));
}, 60_000);

test("a proposal that nobody sponsors rests after its people were asked twice and given time, and its author revives it", async () => {
  const story = await openStory(sandbox, "resting");
  const asked = (times: number) => (seen: Seen) => seen.replies.filter((reply) => reply.includes("seeks a sponsor")).length === times;
  await story.later("61d", all(asked(1), lacks("dormant")));
  await story.later("61d", all(asked(2), lacks("dormant")));
  await story.later("65d", all(has("dormant"), lacks("proposal")));
  await story.say(story.author, "/revive", all(has("proposal"), lacks("dormant")));
}, 60_000);
