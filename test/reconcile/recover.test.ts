import { foldLedger, recordToJson } from "../../src/core/ledger/index.ts";
import { findBrokenLink } from "../../src/domain/ledger-chain.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { fullName, type StandinSetup, standinSetup } from "../support/standin-setup.ts";

const specification =
  "The `forecasts/list` result gains an optional `note`. A server MAY set it. A client SHOULD show the note of a forecast.";
const text = proposalText({ title: "Notes for forecasts", specification });
const ready = "/ready\nprototype: https://example.org/p\nbenefit: https://example.org/b\nsupport: https://example.org/s";
const day = 24 * 3600_000;

/** Lead Maintainers may sponsor here, so that the lead of the group stays free to lead. */
const constitution = smallConstitution().edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }");

let setup: StandinSetup;
let number: number;
beforeEach(async () => {
  setup = await standinSetup(constitution);
  number = setup.open({ "seps/0000-notes.md": text });
  await setup.look(number);
});
afterEach(async () => {
  expect(setup.standin.defects).toEqual([]);
  await setup.close();
});

const subject = () => ({ repositoryId: setup.repositoryId, pullRequest: number });

async function say(login: string, body: string): Promise<number> {
  setup.standin.clock.advance(2000);
  const id = setup.standin.world.repositories.comment(fullName, number, login, body);
  setup.store.knownOrigins.set(id, null);
  setup.standin.clock.advance(1000);
  await setup.look(number);
  return id;
}

async function later(days: number): Promise<void> {
  setup.standin.clock.advance(days * day);
  await setup.look(number);
}

async function intoVetoWindow(): Promise<void> {
  await say("asta", "/sponsor");
  await say("asta", ready);
  await say("Juno", "/propose accept");
  await say("noor", "/lgtm");
  await say("Juno", "/lgtm");
  await later(11);
}

const kept = async () => foldLedger(await setup.store.ledger.read(subject()));

/** What people decided and where it stands, without the numbers and the housekeeping that a new record has of its own. */
function substance({ state, stateSince, sponsor, ready: readied, group, decisions, oversight, holds, opened, accepted }: ProposalRecord) {
  const told = decisions.map(({ id: _, voteAskedBy: _v, closed, ...rest }) => ({
    ...rest,
    closed: closed && { at: closed.at, outcome: closed.outcome },
  }));
  return {
    state,
    stateSince,
    sponsor,
    readied,
    group,
    decisions: told,
    oversight: oversight && { ...oversight, decision: 0 },
    holds,
    opened,
    accepted,
  };
}

async function lose(apply = true) {
  const { store, reconciler } = setup.afterLoss();
  const outcome = await reconciler.recover(subject(), { apply });
  const events = await store.ledger.read(subject());
  return { outcome, events, record: foldLedger(events), reconciler, store };
}

test("a decision that ran its course is rebuilt to the same, at the same times, from comments alone", async () => {
  await intoVetoWindow();

  const { outcome, record, events } = await lose();

  expect(substance(record)).toEqual(substance(await kept()));
  expect(record.state).toBe("accepted");
  expect(outcome).toMatchObject({ kind: "rebuilt", state: "accepted", unproved: [{ code: "hash" }] });
  expect(events[0]?.fact).toMatchObject({ type: "record-recovered", hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(findBrokenLink(subject(), events)).toBeNull();
});

test("nothing is written without being asked to, on GitHub never", async () => {
  await intoVetoWindow();
  setup.requests();

  const { outcome, events } = await lose(false);

  expect(outcome).toMatchObject({ kind: "rebuilt", state: "accepted" });
  expect(events).toEqual([]);
  const reads = ["graphql", "issues/get-comment", "checks/list-for-ref"];
  expect(setup.requests().filter((route) => !reads.includes(route))).toEqual([]);
});

test("the next pass finds nothing to say again to anybody", async () => {
  await intoVetoWindow();
  const { reconciler, store } = await lose();
  const comments = async () => (await setup.owner.rest.issues.listComments({ ...setup.repository, issue_number: number })).data.length;
  const before = await comments();

  await reconciler.reconcile(subject());

  expect(await comments()).toBe(before);
  expect(foldLedger(await store.ledger.read(subject())).state).toBe("accepted");
});

test("a record that is there is left alone", async () => {
  const before = recordToJson(await kept());

  expect(await setup.reconciler.recover(subject(), { apply: true })).toEqual({ kind: "recorded" });
  expect(recordToJson(await kept())).toBe(before);
});

test("what was edited, deleted or said of another text is listed, with what it said of itself, and does not count", async () => {
  await say("asta", "/sponsor");
  await say("asta", ready);
  await say("Juno", "/propose accept");
  const consent = await say("noor", "/lgtm");
  const refused = await say("passer-by", "/lgtm");
  setup.standin.clock.advance(1000);
  await setup.owner.rest.issues.updateComment({ ...setup.repository, comment_id: consent, body: "/lgtm and more" });
  await setup.owner.rest.issues.deleteComment({ ...setup.repository, comment_id: refused });

  const { outcome, record } = await lose();

  expect(record.decisions[0]?.ballots).toEqual([]);
  expect(outcome).toMatchObject({
    unproved: [
      { code: "counted-once", source: `comment/${consent}#0`, text: expect.stringMatching(/^\/lgtm by noor .*edited/) },
      { code: "deleted", source: `comment/${refused}` },
    ],
  });
});

test("what was said before the head was pushed is listed, and no decision comes of it; what was said after counts", async () => {
  await say("asta", "/sponsor");
  await say("asta", ready);
  const opening = await say("Juno", "/propose accept");
  const consent = await say("noor", "/lgtm");
  setup.standin.clock.advance(5000);
  const { data: pull } = await setup.owner.rest.pulls.get({ ...setup.repository, pull_number: number });
  const changed = { "seps/0000-notes.md": text.replace("MAY set it", "MUST set it") };
  setup.standin.world.repositories.commit(pull.head.repo.full_name, pull.head.ref, changed, { by: "passer-by" });
  await setup.look(number);
  await say("Juno", "/propose accept");
  await say("noor", "/lgtm");

  const { outcome, record } = await lose();

  expect(record.state).toBe("in-review");
  expect(record.decisions).toHaveLength(1);
  const [before, after] = [(await kept()).decisions.at(-1), record.decisions[0]];
  expect(after).toMatchObject({ openedAt: before?.openedAt, digest: before?.digest, ballots: before?.ballots, closed: null });
  expect(outcome).toMatchObject({
    unproved: [
      { code: "earlier-text", source: `comment/${opening}#0` },
      { code: "earlier-text", source: `comment/${consent}#0` },
      { code: "hash" },
    ],
  });
});
