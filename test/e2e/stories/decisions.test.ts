import { setStage } from "../../support/stage.ts";
import { type Story, tellStory } from "../../support/story.ts";
import { all, attested, checked, has, headline, lacks, replied } from "../../support/story-cast.ts";

// Whole stories, as people live them: plain Octokit, tokens of sandbox.json, real webhooks, and the clock moved on.
const minutes = 60_000;
const stage = setStage();

/** Logins by role, without those whom a story must not take. */
const withRole = (role: string, without: readonly string[] = []) =>
  stage.sandbox.file.actors.filter(({ roles, login }) => roles.includes(role) && !without.includes(login) && !/-2$/.test(login));

/** A proposal of a group, brought into review by its people. */
async function intoReview(story: Story, group: string): Promise<{ readonly lead: string; readonly sponsor: string }> {
  const [lead] = withRole(`lead:${group}`, [story.author]).filter(({ roles }) => !roles.includes("core-maintainer"));
  const [sponsor] = withRole("maintainer", [story.author]).filter(({ roles }) => roles.length === 1);
  if (!lead || !sponsor) throw new Error(`${group} has no lead or nobody may sponsor`);
  await story.say(story.author, `/group ${group}`, headline("to answer"));
  await story.say(lead.login, "/adopt", headline("waiting for a sponsor"));
  await story.say(sponsor.login, "/sponsor", has("draft"));
  await story.say(sponsor.login, attested, has("in-review"));
  return { lead: lead.login, sponsor: sponsor.login };
}

test(
  "an additive SEP is accepted by its group's consensus, through an unused veto window, and is not final without what R7 asks",
  async () => {
    const story = await tellStory(stage.sandbox, 1);
    const { lead, sponsor } = await intoReview(story, "agents-wg");
    await story.say(lead, "/propose accept", headline("closes"));

    const refused = await story.say(story.author, "/lgtm", replied("authors do not decide their own"));
    expect(refused.headline).toContain("2 consents");
    await story.say(stage.sandbox.stranger(3).login, "/lgtm", replied(stage.sandbox.stranger(3).login));
    await story.say(lead, "/lgtm", headline("one more consent"));
    const [other] = withRole("voter:agents-wg", [lead, story.author]).filter(({ roles }) => !roles.includes("core-maintainer"));
    const ready = await story.say(other?.login ?? "", "/lgtm", headline("Silence is consent"));
    expect(ready.labels).toContain("in-review");
    expect(ready.check).toContain("action_required: In review");

    await story.later("11d", all(has("accepted"), lacks("in-review"), headline("in oversight until"), checked("in oversight")));
    await story.later("8d", all(headline("waiting for its implementation"), checked("action_required: Accepted")));

    const open = await story.say(sponsor, "/final", replied("Not everything is there yet"));
    for (const item of ["implementation", "schema", "text", "changelog", "conformance"]) expect(open.replies.join()).toContain(`${item}:`);
    expect(open.labels).toContain("accepted");
  },
  2 * minutes,
);

test(
  "a block leads to a vote that passes; who voted cannot release it, and a veto of Core sends it to Core",
  async () => {
    const story = await tellStory(stage.sandbox, 5);
    const { lead } = await intoReview(story, "files-wg");
    await story.say(lead, "/propose accept", headline("closes"));
    const [core] = withRole("voter:files-wg", [lead]).filter(({ roles }) => roles.includes("core-maintainer"));
    const voters = withRole("voter:files-wg", [lead, core?.login ?? "", story.author]).map(({ login }) => login);
    const [first = "", second = "", third = ""] = voters;
    await story.say(core?.login ?? "", "/block Clients cannot tell the unit of the size; name it bytes", headline("a block stands"));
    await story.say(first, "/unblock", replied("Whoever raised a block lifts it"));
    await story.say(first, "/call-vote", headline("votes until"));
    const thanks = (await story.see()).thanked;
    await story.say(first, "/vote yes", ({ thanked }) => thanked > thanks);
    await story.say(core?.login ?? "", "/vote no", ({ thanked }) => thanked > thanks + 1);
    await story.say(second, "/lgtm", ({ thanked }) => thanked > thanks + 2);
    await story.say(third, "/lgtm", ({ thanked }) => thanked > thanks + 3);

    await story.later("8d", has("accepted"));
    await story.say(core?.login ?? "", "/lgtm", replied("You took part in the group's decision"));
    const [vetoer] = withRole("core-maintainer", [core?.login ?? "", story.author]);
    const sent = all(has("in-review"), lacks("accepted"), has("route: core"), headline("Core Maintainers to vote"));
    await story.say(vetoer?.login ?? "", "/veto It needs a wider discussion first", sent);
  },
  2 * minutes,
);

test(
  "a breaking SEP is returned when Core's vote falls short of half of all eligible, and accepted when it does not",
  async () => {
    const story = await tellStory(stage.sandbox, 2);
    const core = withRole("core-maintainer", [story.author]).map(({ login }) => login);
    const [opener = "", ...others] = core;
    const [sponsor] = withRole("maintainer", [story.author]).filter(({ roles }) => roles.length === 1);
    await story.say(opener, "/adopt", headline("waiting for a sponsor"));
    await story.say(sponsor?.login ?? "", "/sponsor", has("draft"));
    await story.say(sponsor?.login ?? "", attested, has("in-review"));
    await story.say(sponsor?.login ?? "", "/call-vote", replied("Core decides this"));
    await story.say(opener, "/call-vote", headline("Core Maintainers vote until"));
    await story.say(opener, "/vote yes", ({ thanked }) => thanked > 0);

    await story.later("8d", all(headline("returned"), has("in-review")));
    await story.say(sponsor?.login ?? "", "/ready", headline("waiting for Core Maintainers to vote"));
    await story.say(opener, "/call-vote", headline("Core Maintainers vote until"));
    for (const login of [opener, ...others].slice(0, 6)) {
      const { thanked } = await story.see();
      await story.say(login, "/vote yes", (seen) => seen.thanked > thanked);
    }
    await story.later("8d", all(has("accepted"), lacks("in-review"), headline("Accepted by Core Maintainers")));
  },
  2 * minutes,
);

test(
  "what is no command gets no answer, a slip is met with the word that was meant, and a hand-set label is put back once",
  async () => {
    const story = await tellStory(stage.sandbox, 6);
    const before = await story.see();
    const quiet = ["`/lgtm`", "> /lgtm", "<!--\n/lgtm\n-->", "```\n/lgtm\n```", "/tools/list is called first"].join("\n\n");
    const stranger = stage.sandbox.stranger(4).login;
    await stage.sandbox
      .as(stranger)
      .rest.issues.createComment({ owner: stage.sandbox.file.owner, repo: stage.sandbox.file.repo, issue_number: 6, body: quiet });
    const answered = await story.say(stranger, "/lgmt", replied("Did you mean"));
    expect(answered.replies).toHaveLength(before.replies.length + 1);

    const [core] = withRole("core-maintainer");
    await stage.sandbox.as(core?.login ?? "").rest.issues.addLabels({
      owner: stage.sandbox.file.owner,
      repo: stage.sandbox.file.repo,
      issue_number: 6,
      labels: ["accepted"],
    });
    await story.say(stranger, "/help", all(replied("taken off again"), lacks("accepted")));
  },
  2 * minutes,
);

test(
  "an author withdraws and revives",
  async () => {
    const story = await tellStory(stage.sandbox, 3);
    await story.say(story.author, "/withdraw", has("withdrawn"));
    await story.say(story.author, "/revive", all(has("proposal"), lacks("withdrawn")));
  },
  2 * minutes,
);
