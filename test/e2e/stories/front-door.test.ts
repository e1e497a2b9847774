import { type SandboxProcess, startSandboxProcess } from "../../support/sandbox-process.ts";
import { all, attested, type Cast, castOf, checked, has, headline, lacks, openStory, replied } from "../../support/story-cast.ts";

// Who stands behind a proposal: a group that is asked, one that declines, none that answers, and a lead who is its author.
const minutes = 60_000;
let sandbox: SandboxProcess;
let cast: Cast;

beforeAll(async () => {
  sandbox = await startSandboxProcess({ options: ["--no-samples"] });
  cast = castOf(sandbox);
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
}, minutes);

const leadsOf = (group: string): readonly string[] =>
  sandbox.file.actors.filter(({ login, roles }) => roles.includes(`lead:${group}`) && !/-2$/.test(login)).map(({ login }) => login);

test("a group that is asked declines, the next adopts, and a sponsor makes it a draft", async () => {
  const story = await openStory(sandbox, "finds-one");
  await story.until(all(has("proposal"), headline("waiting for a group"), checked("waiting for a group")), "the proposal to be looked at");
  const [files = ""] = leadsOf("files-wg");
  await story.say(story.author, "/group files-wg", headline("to answer"));
  await story.say(sandbox.stranger(4).login, "/adopt", replied(sandbox.stranger(4).login));
  await story.say(files, "/decline It is about tasks and not about files", headline("waiting for a group"));
  await story.say(story.author, "/group agents-wg", all(headline("waiting for Agents WG to answer"), headline(cast.lead)));
  await story.say(cast.lead, "/adopt", all(has("proposal"), headline("waiting for a sponsor")));
  await story.say(cast.sponsor, "/sponsor", all(has("draft"), lacks("proposal"), checked("Draft")));
}, 60_000);

test("where no group answers its leads are asked, then Core, once each, and a Core Maintainer may stand behind it", async () => {
  const story = await openStory(sandbox, "finds-none");
  await story.say(story.author, "/group agents-wg", headline("waiting for Agents WG to answer"));
  const asked = (login: string, count: number) =>
    all(has("proposal"), ({ replies }) => replies.length === count && replies.at(-1)?.includes(`@${login}`) === true);
  const leads = await story.later("8d", asked(cast.lead, 1));
  expect(leads.replies.at(-1)).toContain("/adopt");
  const core = await story.later("8d", asked(cast.core[0], 2));
  expect(core.replies.at(-1)).toContain("no group has answered");
  expect((await story.later("15d", has("proposal"))).replies).toHaveLength(2);
  await story.say(cast.core[0], "/adopt", headline("waiting for a sponsor"));
}, 60_000);

test("a lead who is the author neither adopts, opens nor decides, and the other people of the group do", async () => {
  const [other = ""] = leadsOf("agents-wg").filter((login) => login !== cast.lead);
  const story = await openStory(sandbox, "by-a-lead", { author: cast.lead });
  await story.say(cast.lead, "/adopt", replied("somebody else answers for Agents WG"));
  await story.say(other, "/adopt", headline("waiting for a sponsor"));
  await story.say(cast.sponsor, "/sponsor", has("draft"));
  await story.say(cast.sponsor, attested, has("in-review"));
  const refused = await story.say(cast.lead, "/propose accept", ({ replies }) => replies.length === 2);
  expect(refused.replies.at(-1)).toContain(`\`${other}\``);
  await story.say(other, "/propose accept", headline("closes"));
  await story.say(cast.lead, "/lgtm", replied("authors do not decide their own"));
  await story.say(other, "/lgtm", headline("one more consent"));
  await story.say(cast.voters[0], "/lgtm", headline("Silence is consent"));
  const after = await story.later("11d", all(has("accepted"), headline("in oversight until")));
  expect(after.record).not.toContain(cast.lead);
}, 60_000);
