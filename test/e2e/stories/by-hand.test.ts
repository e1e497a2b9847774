import { setStage } from "../../support/stage.ts";
import type { Seen, Story } from "../../support/story.ts";
import { all, attested, checked, has, headline, lacks, openStory, reviewed } from "../../support/story-cast.ts";

// People who use GitHub's own buttons: labels, assignees, and the Status line of the file.
const stage = setStage({ options: ["--no-samples"] });

type Numbered = Story & { readonly number: number };
const issueOf = ({ number }: Numbered) => ({ owner: stage.sandbox.file.owner, repo: stage.sandbox.file.repo, issue_number: number });

async function label(
  { story, login, name }: { story: Numbered; login: string; name: string },
  expected: (seen: Seen) => boolean,
): Promise<Seen> {
  await stage.sandbox.as(login).rest.issues.addLabels({ ...issueOf(story), labels: [name] });
  return await story.until(expected, `the label ${name} of ${login} to have its effect`);
}

test("labels of who may are the commands: draft sponsors, in-review by the sponsor is ready, and the hold label holds and lets go", async () => {
  const story = await openStory(stage.sandbox, "labels");
  const [sponsor] = stage.cast.core;
  await story.say(stage.cast.lead, "/adopt", headline("waiting for a sponsor"));
  await label({ story, login: sponsor, name: "draft" }, all(has("draft"), lacks("proposal"), checked("Draft")));
  await story.say(sponsor, attested, has("in-review"));
  await story.say(sponsor, "/ready draft", all(has("draft"), lacks("in-review")));
  await label({ story, login: sponsor, name: "in-review" }, all(has("in-review"), lacks("draft"), checked("In review")));
  const held = await label({ story, login: stage.cast.lead, name: "do-not-merge/hold" }, headline("on hold"));
  expect(held.replies).toEqual([]);
  await stage.sandbox.as(stage.cast.lead).rest.issues.removeLabel({ ...issueOf(story), name: "do-not-merge/hold" });
  await story.until((seen) => lacks("do-not-merge/hold")(seen) && !headline("on hold")(seen), "the hold to be lifted");
}, 60_000);

test("labels of who may not are taken off again, each with one reply that names the command", async () => {
  const story = await openStory(stage.sandbox, "foreign-labels");
  await reviewed(story, stage.cast);
  const before = await story.see();
  const undone = async (name: string, command: string, count: number) => {
    const after = await label(
      { story, login: stage.cast.voters[0], name },
      ({ replies, labels }) => replies.length >= count && !labels.includes(name),
    );
    expect(after).toEqual({ ...before, replies: [...before.replies, ...after.replies.slice(-count)] });
    expect(after.replies.at(-1)).toContain(`\`${command}\``);
  };
  await undone("draft", "/sponsor", 1);
  await undone("accepted", "/propose accept", 2);
  await undone("do-not-merge/hold", "/hold reason", 3);
}, 60_000);

test("people take and leave sponsorship by assigning themselves, and nobody is made sponsor by another", async () => {
  const story = await openStory(stage.sandbox, "assigned");
  const [sponsor, other] = stage.cast.core;
  await story.say(stage.cast.lead, "/adopt", headline("waiting for a sponsor"));
  await stage.sandbox.as(other).rest.issues.addAssignees({ ...issueOf(story), assignees: [stage.cast.core[2]] });
  await stage.sandbox.as(stage.cast.voters[0]).rest.issues.addAssignees({ ...issueOf(story), assignees: [stage.cast.voters[0]] });
  await story.later("1h", all(has("proposal"), headline("waiting for a sponsor")));
  await stage.sandbox.as(sponsor).rest.issues.addAssignees({ ...issueOf(story), assignees: [sponsor] });
  await story.until(all(has("draft"), headline(sponsor)), "the assignment to sponsor");
  await stage.sandbox.as(sponsor).rest.issues.removeAssignees({ ...issueOf(story), assignees: [sponsor] });
  await story.until(all(has("proposal"), lacks("draft"), headline("waiting for a sponsor")), "the sponsor to have stepped back");
}, 60_000);

/** Line notes of the check that stands at the head. */
async function notesOf({ number }: Numbered): Promise<readonly (string | null)[]> {
  const { octokit } = stage.sandbox.stranger();
  const target = { owner: stage.sandbox.file.owner, repo: stage.sandbox.file.repo };
  const { data: pull } = await octokit.rest.pulls.get({ ...target, pull_number: number });
  const { data: checks } = await octokit.rest.checks.listForRef({ ...target, ref: pull.head.sha });
  const [run] = checks.check_runs;
  const { data: notes } = await octokit.rest.checks.listAnnotations({ ...target, check_run_id: run?.id ?? 0 });
  return notes.map(({ message }) => message);
}

test("a Status line that says otherwise than the ledger moves nothing and is a problem of the file", async () => {
  const story = await openStory(stage.sandbox, "status-line");
  await reviewed(story, stage.cast);
  const before = await story.see();
  const says = async (from: string, to: string) => {
    const after = await story.push((text) => text.replace(`**Status**: ${from}`, `**Status**: ${to}`), checked(before.check));
    expect(after).toEqual(before);
    return (await notesOf(story)).filter((note) => note?.includes("Status"));
  };

  expect(await says("Draft", "Accepted")).toEqual([expect.stringContaining("the Status says Accepted, and the proposal is `in-review`")]);
  expect(await says("Accepted", "In-Review")).toEqual([]);
}, 60_000);
