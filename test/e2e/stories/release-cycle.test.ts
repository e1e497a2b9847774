import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setStage } from "../../support/stage.ts";
import { all, attested, checked, has, headline, lacks, openStory, replied } from "../../support/story-cast.ts";

// The preset in which groups sponsor by a decision, and Core votes inside review windows.
const stage = setStage({ options: ["--no-samples", "--governance", presetWithWindowsFromNow()] });

/** The shipped preset names days of a calendar; here one window closes in twenty days and the next opens ten days after. */
function presetWithWindowsFromNow(): string {
  const folder = mkdtempSync(join(tmpdir(), "steward-preset-"));
  cpSync("governance/presets/release-cycle", folder, { recursive: true });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const windows = [
    `{ name: this window, opens: ${day(-30)}, closes: ${day(20)} }`,
    `{ name: the next window, opens: ${day(30)}, closes: ${day(90)} }`,
  ];
  const path = join(folder, "project.yml");
  const text = readFileSync(path, "utf8");
  const calendar = `  review-windows: [${windows.join(", ")}]\n  freezes: []\n`;
  writeFileSync(path, text.replace(/ {2}review-windows:\n[\s\S]*?(?=\n\S)/, calendar));
  return folder;
}

test("a group stands behind a proposal by its decision, and Core's vote that its review window cuts off is deferred and keeps its place", async () => {
  const story = await openStory(stage.sandbox, "release-cycle");
  await story.say(stage.cast.lead, "/adopt", all(has("proposal"), headline("whether Agents WG stands behind it: closes")));
  await story.say(stage.cast.sponsor, "/sponsor", ({ thanked }) => thanked > 1);
  await story.later("6d", all(has("draft"), lacks("proposal"), checked("Draft")));
  await story.say(stage.cast.sponsor, attested, all(has("in-review"), headline("Core Maintainers to vote")));

  await story.later("10d", has("in-review"));
  await story.say(stage.cast.core[0], "/call-vote", headline("Core Maintainers vote until"));
  const { thanked } = await story.see();
  await story.say(stage.cast.core[1], "/vote yes", (seen) => seen.thanked > thanked);
  const deferred = await story.later("5d", all(has("in-review"), headline("waiting for Core Maintainers to vote")));
  expect(deferred.record).toContain("Decided: to accept, deferred without a result");
  await story.say(stage.cast.core[0], "/call-vote", replied("review window"));

  await story.later("10d", has("in-review"));
  await story.say(stage.cast.core[0], "/call-vote", headline("Core Maintainers vote until"));
  for (const login of [...stage.cast.core, stage.cast.leadMaintainer]) {
    const before = await story.see();
    await story.say(login, "/vote yes", (seen) => seen.thanked > before.thanked);
  }
  await story.later("8d", all(has("accepted"), lacks("in-review"), checked("Accepted")));
}, 60_000);
