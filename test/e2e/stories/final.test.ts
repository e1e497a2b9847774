import { setStage } from "../../support/stage.ts";
import type { Story } from "../../support/story.ts";
import { acceptedByGroup, all, checked, has, headline, lacks, openStory, waiting } from "../../support/story-cast.ts";
import { writeFile } from "../../support/write-file.ts";

// The last part of the road: what R7 asks, item by item, and what a push, a hold or a merge does to it.
const stage = setStage({ options: ["--no-samples"] });

/** Accepted by its group's consensus, and past the veto window. */
async function accepted(name: string): Promise<Story & { readonly number: number }> {
  const story = await openStory(stage.sandbox, name);
  await acceptedByGroup(story, stage.cast);
  await story.later("8d", waiting);
  return story;
}

const schema = "schema/draft/schema.json";
const page = "docs/specification/draft/index.mdx";
const changelog = "docs/specification/draft/changelog.mdx";
const withLabel = (text: string) => text.replace('"taskId": {', '"label": { "type": "string" },\n        "taskId": {');

const items = {
  implementation: "https://example.org/implementation",
  schema,
  text: page,
  changelog,
  conformance: "https://github.com/sandbox-protocol/conformance/pull/1",
};

/** `/final` with every item, or without one of them. */
const attest = (without?: keyof typeof items): string =>
  ["/final", ...Object.entries(items).flatMap(([item, link]) => (item === without ? [] : [`${item}: ${link}`]))].join("\n");

/** What somebody says is refused with these words, and nothing else has changed. */
async function refused(story: Story, text: string, words: string, login = stage.cast.sponsor): Promise<void> {
  const before = await story.see();
  const after = await story.say(login, text, ({ replies }) => replies.length > before.replies.length);
  expect(after).toEqual({ ...before, replies: [...before.replies, expect.stringContaining(words)] });
}

const isFinal = all(has("final"), lacks("accepted"), headline("Final"), checked("success: Final"));

test("`/final` names each requirement that is missing, is final with the last of them, and is then merged and nobody's to withdraw", async () => {
  const story = await accepted("complete");
  const { number } = story;
  const core = stage.sandbox.as(stage.cast.core[0]);
  const home = { owner: stage.sandbox.file.owner, repo: "conformance", branch: "main" };

  await refused(story, attest("implementation"), "`implementation`: No reference implementation is attested");
  await refused(story, attest("schema"), "`schema`: No schema file is attested");
  await refused(story, attest("text"), "`text`: No page of the specification is attested");
  await refused(story, attest("changelog"), "`changelog`: No changelog page is attested");
  await refused(story, attest("conformance"), "`conformance`: No scenario is attested");

  await refused(story, attest(), `\`schema\`: \`${schema}\` is not changed in this pull request`);
  await story.write(schema, withLabel, waiting);
  await refused(story, attest(), `\`text\`: \`${page}\` is not changed in this pull request`);
  await story.write(page, (text) => `${text}\nThe task object has an optional \`label\`.\n`, waiting);
  await refused(story, attest(), `\`changelog\`: \`${changelog}\` is not changed in this pull request`);
  await story.write(changelog, () => "# Changes\n\nTasks have labels.\n", waiting);
  await refused(story, attest(), `does not name SEP-${number}`);
  await story.write(changelog, () => `# Changes\n\nTasks have labels (SEP-${number}).\n`, waiting);
  await refused(story, attest(), `holds no \`sep-${number}.yaml\``);
  const tracing = (rows: string) => writeFile(core, home, `src/seps/sep-${number}.yaml`, () => `sep: ${number}\nrequirements:${rows}\n`);
  await tracing(" []");
  await refused(story, attest(), "1 of 1 statement have no row");
  await tracing('\n  - { text: "A client that polls a `taskId` SHOULD show the label.", check: task-label-shown }');
  await refused(story, attest(), `No scenario in the conformance repository names SEP-${number}`);
  await writeFile(core, home, "src/scenarios/task-label.ts", () => `// SEP-${number}: a task shows its label.\n`);

  await story.say(stage.cast.sponsor, attest(), isFinal);
  await refused(story, "/withdraw", "It is `final`, which is an end", story.author);
  const merged = await core.rest.pulls.merge({ owner: stage.sandbox.file.owner, repo: stage.sandbox.file.repo, pull_number: number });
  expect(merged.data.merged).toBe(true);
  const before = await story.see();
  await story.say(story.author, "/withdraw", isFinal);
  expect(await story.later("1h", isFinal)).toEqual(before);
}, 60_000);

const exemption = "This SEP has no observable protocol behaviour and is exempt from the conformance requirement.";
const exempt = `${attest("conformance")}\nexempt: it shows nothing on the wire`;

test("an exemption counts once the SEP documents it; a hold keeps what is final from being merged, and a normative push takes it back", async () => {
  const story = await accepted("exempt");
  await story.write(schema, withLabel, waiting);
  await story.write(page, (text) => `${text}\nThe task object has an optional \`label\`.\n`, waiting);
  await story.write(changelog, () => `# Changes\n\nTasks have labels (SEP-${story.number}).\n`, waiting);
  await refused(story, exempt, "The SEP does not document its exemption");
  await story.push((text) => text.replace("A longer description was left out.", exemption), waiting);

  await story.say(stage.cast.lead, "/hold Wait for the release of the SDK", all(has("accepted"), has("do-not-merge/hold")));
  await story.say(stage.cast.sponsor, exempt, all(has("final"), checked("action_required: Final · on hold")));
  await story.say(stage.cast.lead, "/unhold", all(isFinal, lacks("do-not-merge/hold")));

  // An editorial push keeps it final, and the check green at the new head.
  const before = await story.see();
  await story.push(
    (text) => text.replace("Abstract\n\nAdds", "Abstract\n\nThis adds"),
    all(isFinal, (seen) => seen.headline !== before.headline),
  );
  const taken = all(has("accepted"), lacks("final"), checked("action_required"));
  await story.push((text) => text.replace("A server MAY set it", "A server MUST set it"), taken);
  await story.push((text) => text.replace("A server MUST set it", "A server MAY set it"), waiting);
  await story.say(stage.cast.sponsor, exempt, isFinal);
}, 60_000);
