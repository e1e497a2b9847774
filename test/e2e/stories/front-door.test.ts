import { setStage } from "../../support/stage.ts";
import { all, attested, checked, has, headline, lacks, openStory, replied } from "../../support/story-cast.ts";

// Who stands behind a proposal: a group that is asked, one that declines, none that answers, and a lead who is its author.
const stage = setStage({ options: ["--no-samples"] });

const leadsOf = (group: string): readonly string[] =>
  stage.sandbox.file.actors.filter(({ login, roles }) => roles.includes(`lead:${group}`) && !/-2$/.test(login)).map(({ login }) => login);

test("a group that is asked declines, the next adopts, and a sponsor makes it a draft", async () => {
  const story = await openStory(stage.sandbox, "finds-one");
  await story.until(all(has("proposal"), headline("waiting for a group"), checked("waiting for a group")), "the proposal to be looked at");
  const [files = ""] = leadsOf("files-wg");
  await story.say(story.author, "/group files-wg", headline("to answer"));
  await story.say(stage.sandbox.stranger(4).login, "/adopt", replied(stage.sandbox.stranger(4).login));
  await story.say(files, "/decline It is about tasks and not about files", headline("waiting for a group"));
  await story.say(story.author, "/group agents-wg", all(headline("waiting for Agents WG to answer"), headline(stage.cast.lead)));
  await story.say(stage.cast.lead, "/adopt", all(has("proposal"), headline("waiting for a sponsor")));
  await story.say(stage.cast.sponsor, "/sponsor", all(has("draft"), lacks("proposal"), checked("Draft")));
}, 60_000);

test("where no group answers its leads are asked, then Core, once each, and a Core Maintainer may stand behind it", async () => {
  const story = await openStory(stage.sandbox, "finds-none");
  await story.say(story.author, "/group agents-wg", headline("waiting for Agents WG to answer"));
  const asked = (login: string, count: number) =>
    all(has("proposal"), ({ replies }) => replies.length === count && replies.at(-1)?.includes(`@${login}`) === true);
  const leads = await story.later("8d", asked(stage.cast.lead, 1));
  expect(leads.replies.at(-1)).toContain("/adopt");
  const core = await story.later("8d", asked(stage.cast.core[0], 2));
  expect(core.replies.at(-1)).toContain("no group has answered");
  expect((await story.later("15d", has("proposal"))).replies).toHaveLength(2);
  await story.say(stage.cast.core[0], "/adopt", headline("waiting for a sponsor"));
}, 60_000);

test("a lead who is the author neither adopts, opens nor decides, and the other people of the group do", async () => {
  const [other = ""] = leadsOf("agents-wg").filter((login) => login !== stage.cast.lead);
  const story = await openStory(stage.sandbox, "by-a-lead", { author: stage.cast.lead });
  await story.say(stage.cast.lead, "/adopt", replied("somebody else answers for Agents WG"));
  await story.say(other, "/adopt", headline("waiting for a sponsor"));
  await story.say(stage.cast.sponsor, "/sponsor", has("draft"));
  await story.say(stage.cast.sponsor, attested, has("in-review"));
  const refused = await story.say(stage.cast.lead, "/propose accept", ({ replies }) => replies.length === 2);
  expect(refused.replies.at(-1)).toContain(`\`${other}\``);
  await story.say(other, "/propose accept", headline("closes"));
  await story.say(stage.cast.lead, "/lgtm", replied("authors do not decide their own"));
  await story.say(other, "/lgtm", headline("one more consent"));
  await story.say(stage.cast.voters[0], "/lgtm", headline("Silence is consent"));
  const after = await story.later("11d", all(has("accepted"), headline("in oversight until")));
  expect(after.record).not.toContain(stage.cast.lead);
}, 60_000);
