import { type SandboxProcess, startSandboxProcess } from "../../support/sandbox-process.ts";
import { tellStory } from "../../support/story.ts";
import { all, castOf, has, headline, openStory, reviewed } from "../../support/story-cast.ts";

const minutes = 60_000;
let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess({ options: ["--no-samples"] });
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
}, minutes);

test(
  "a deadline survives the death of the process: it takes effect once, at the instant that was announced before",
  async () => {
    const cast = castOf(sandbox);
    const before = await openStory(sandbox, "restarted");
    await reviewed(before, cast);
    const opened = await before.say(cast.lead, "/propose accept", headline("closes"));
    const end = /closes (.+? UTC)/i.exec(opened.headline)?.[1];
    if (end === undefined) throw new Error(`No end in ${opened.headline}`);
    await before.say(cast.lead, "/lgtm", headline("one more consent"));
    await before.say(cast.voters[1], "/lgtm", headline("Silence is consent"));

    await sandbox.kill();
    sandbox = await startSandboxProcess({ dataDir: sandbox.dataDir });
    const after = await tellStory(sandbox, before.number);
    const accepted = await after.later("11d", all(has("accepted"), headline("in oversight until")));

    expect(accepted.record).toContain(`- Closed: ${end}`);
    expect(accepted.replies).toEqual((await after.see()).replies);
    expect(new Set(accepted.replies).size).toBe(accepted.replies.length);
  },
  2 * minutes,
);
