import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Store, useDatabase } from "../../src/adapters/store/index.ts";
import { type RecoveredProposal, recoverLedger } from "../../src/app/recover-ledger.ts";
import { renderRecovery } from "../../src/cli/ledger/render-recovery.ts";
import { runRecover } from "../../src/cli/ledger/run-recover.ts";
import { foldLedger } from "../../src/core/ledger/index.ts";
import { type AppOnStandin, startAppOnStandin } from "../support/app-on-standin.ts";
import { openTestDatabase } from "../support/embedded-database.ts";
import { listening } from "../support/listening.ts";
import { proposalText } from "../support/proposal-text.ts";

const minutes = 60_000;
let running: AppOnStandin;
let store: Store;
let open: number;
let closed: number;

beforeAll(async () => {
  running = await startAppOnStandin();
  store = await useDatabase(await openTestDatabase(), { onFault: () => undefined });
  const { repositories } = running.standin.world;
  const propose = (name: string) =>
    repositories.pullRequest(running.repository, {
      by: stranger(),
      title: name,
      branch: name,
      files: { [`seps/0000-${name}.md`]: proposalText({ title: `About ${name}` }) },
    });
  open = propose("one");
  closed = propose("two");
  repositories.pullRequest(running.repository, { by: stranger(), title: "No proposal", branch: "x", files: { "docs/x.md": "x\n" } });
  await running.settle();
  await say(open, stranger(), "/group agents-wg");
  await say(open, withRole("lead:agents-wg"), "/adopt");
  await say(open, sponsor(), "/sponsor");
  await say(closed, sponsor(), "/sponsor");
  await say(closed, stranger(), "/withdraw");
}, 2 * minutes);
afterAll(async () => {
  await running.stop();
  await store.close();
}, minutes);

const withRoles = (...roles: readonly string[]) => {
  const found = running.world.actors.find((actor) => actor.roles.join() === roles.join());
  if (!found) throw new Error(`Nobody is just ${roles.join()}`);
  return found.login;
};
const withRole = (role: string) => running.world.actors.find(({ roles }) => roles.includes(role))?.login ?? "";
const stranger = () => withRoles();
const sponsor = () => withRoles("maintainer");

async function say(number: number, login: string, text: string): Promise<void> {
  running.standin.world.repositories.comment(running.repository, number, login, text);
  await running.settle();
}

async function recover(apply: boolean): Promise<readonly RecoveredProposal[]> {
  const proposals: RecoveredProposal[] = [];
  await recoverLedger(running.options, { apply, repository: null, store, onProposal: (proposal) => proposals.push(proposal) });
  return proposals;
}

test("every proposal is rebuilt, closed ones too, in order; what is none is left out", async () => {
  const told = await recover(false);

  expect(told.map(({ pullRequest, outcome }) => [pullRequest, outcome.kind === "rebuilt" && outcome.state])).toEqual([
    [open, "draft"],
    [closed, "withdrawn"],
  ]);
  expect(await store.ledger.list()).toEqual([]);
  expect(renderRecovery(told, false)).toMatch(
    /#1 {2}About one: draft, \d+ events\n[\s\S]*2 of 2 proposals rebuilt\.[\s\S]*Nothing was recorded/,
  );
});

test("what is recorded folds to what stood, and a second call leaves it alone", async () => {
  const lost = await running.app.context.ledger.list();
  await recover(true);
  const before = await store.ledger.list();

  for (const subject of lost) {
    const [was, is] = [foldLedger(await running.app.context.ledger.read(subject)), foldLedger(await store.ledger.read(subject))];
    expect({ state: is.state, stateSince: is.stateSince, sponsor: is.sponsor, opened: is.opened }).toEqual({
      state: was.state,
      stateSince: was.stateSince,
      sponsor: was.sponsor,
      opened: was.opened,
    });
  }
  expect(before).toEqual(lost);
  expect((await recover(true)).map(({ outcome }) => outcome.kind)).toEqual(["recorded", "recorded"]);
  expect(renderRecovery(await recover(true), true)).toContain("is recorded, and was left alone");
});

test.each([
  ["nothing", {}, /set what `npm start` needs/],
  ["half of it", { APP_ID: "12" }, /^GitHub cannot be asked:\n- PRIVATE_KEY is missing/],
])("with %s of what the App needs, the command says so and ends with 2", async (_what, environment, words) => {
  const { io, error } = listening();

  expect(await runRecover({ apply: false, repository: null, json: false, environment }, io)).toBe(2);
  expect(error()).toMatch(words);
});
