import { openProposal } from "./open-proposal.ts";
import { proposalText } from "./proposal-text.ts";
import type { SandboxProcess } from "./sandbox-process.ts";
import { type Seen, type Story, tellStory } from "./story.ts";

export type Expected = (seen: Seen) => boolean;

export const has =
  (label: string): Expected =>
  ({ labels }) =>
    labels.includes(label);
export const lacks =
  (label: string): Expected =>
  ({ labels }) =>
    !labels.includes(label);
export const headline = (words: string) => (seen: Seen) => seen.headline.includes(words);
export const checked = (words: string) => (seen: Seen) => seen.check.includes(words);
export const replied = (words: string) => (seen: Seen) => seen.replies.some((reply) => reply.includes(words));
/** All of them at once: a pass shows one thing after another. */
export const all =
  (...expected: readonly Expected[]): Expected =>
  (seen) =>
    expected.every((each) => each(seen));

export const attested = "/ready\nprototype: https://example.org/demo\nbenefit: https://example.org/why\nsupport: https://example.org/who";

/** Who plays in a story about tasks, which agents-wg decides. */
export interface Cast {
  readonly lead: string;
  readonly sponsor: string;
  /** Voters of the group who are neither its lead nor Core. */
  readonly voters: readonly [string, string, ...string[]];
  /** Core Maintainers without a Lead Maintainer among them. */
  readonly core: readonly [string, string, string, ...string[]];
  readonly leadMaintainer: string;
  /** A lead of another group, without a part in agents-wg or Core. */
  readonly foreignLead: string;
}

/** Second accounts of one person, `…-2`, have no part. */
export function castOf({ file }: SandboxProcess): Cast {
  const actors = file.actors.filter(({ login }) => !/-2$/.test(login));
  const who = (role: string, ...without: readonly string[]): readonly string[] =>
    actors.filter(({ roles }) => roles.includes(role) && !without.some((other) => roles.includes(other))).map(({ login }) => login);
  const [lead] = who("lead:agents-wg", "core-maintainer");
  const [sponsor] = actors.filter(({ roles }) => roles.join() === "maintainer").map(({ login }) => login);
  const [first, second, ...voters] = who("voter:agents-wg", "lead:agents-wg", "core-maintainer");
  const [one, two, three, ...core] = who("core-maintainer", "lead-maintainer", "voter:agents-wg");
  const [leadMaintainer] = who("lead-maintainer");
  const foreign = actors.find(
    ({ roles }) => roles.some((role) => role.startsWith("lead:")) && !roles.some((role) => /agents-wg|core|lead-maintainer/.test(role)),
  );
  if (!lead || !sponsor || !first || !second || !one || !two || !three || !leadMaintainer || !foreign) {
    throw new Error(`The sandbox has too few people for a story: ${JSON.stringify(actors.map(({ login, roles }) => [login, roles]))}`);
  }
  return {
    lead,
    sponsor,
    voters: [first, second, ...voters],
    core: [one, two, three, ...core],
    leadMaintainer,
    foreignLead: foreign.login,
  };
}

/** Somebody, a stranger unless said, opens an additive proposal about tasks on a branch of its own. */
export async function openStory(
  sandbox: SandboxProcess,
  name: string,
  parts: { readonly author?: string; readonly text?: string } = {},
): Promise<Story & { readonly number: number }> {
  const octokit = sandbox.as(parts.author ?? sandbox.stranger(5).login);
  const number = await openProposal(
    octokit,
    { owner: sandbox.file.owner, repo: sandbox.file.repo },
    { branch: name, path: `seps/0000-${name}.md`, text: parts.text ?? proposalText({ title: name }), title: name },
  );
  return { ...(await tellStory(sandbox, number)), number };
}

/** Brought into review by its group's lead and a sponsor. */
export async function reviewed(story: Story, { lead, sponsor }: Cast): Promise<void> {
  await story.say(lead, "/adopt", headline("waiting for a sponsor"));
  await story.say(sponsor, "/sponsor", has("draft"));
  await story.say(
    sponsor,
    attested,
    all(has("in-review"), lacks("draft"), headline("In review"), checked("In review"), ({ thanked }) => thanked > 0),
  );
}

/** Accepted by the consensus of its group, and in its veto window. */
export async function acceptedByGroup(story: Story, cast: Cast): Promise<void> {
  await reviewed(story, cast);
  await story.say(cast.lead, "/propose accept", headline("closes"));
  await story.say(cast.lead, "/lgtm", headline("one more consent"));
  await story.say(cast.voters[0], "/lgtm", headline("Silence is consent"));
  await story.later("11d", all(has("accepted"), headline("in oversight until")));
}

/** Accepted, and past its veto window. */
export const waiting = all(has("accepted"), headline("waiting for its implementation"), checked("action_required: Accepted"));
