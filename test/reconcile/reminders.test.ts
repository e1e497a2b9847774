import { instant } from "../../src/kernel/instant.ts";
import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { type ReconcileSetup, reconcileSetup, repositoryId } from "../support/reconcile-setup.ts";
import { aSnapshot } from "../support/snapshot.ts";

const days = 86_400_000;
const numbers = [12, 13, 14];
const subjectOf = (pullRequest: number) => ({ repositoryId, pullRequest });

// Authors are reminded every 90 days; one reminder a week is all that a person gets.
const constitution = smallConstitution()
  .edit("lifecycle.yml", "dormant: 180 days", "dormant: 180 days, asks: 0")
  .append("project.yml", "reminders: { per-person-weekly: 1 }\n");

let setup: ReconcileSetup;

beforeEach(async () => {
  setup = reconcileSetup();
  setup.setConstitution(constitution);
  for (const number of numbers) {
    setup.github.set(
      aSnapshot({ adds: { [`seps/0000-notes-${number}.md`]: proposalText({ title: `Notes ${number}` }) }, pullRequest: { number } }),
    );
    await setup.reconciler.reconcile(subjectOf(number));
  }
});

/** When each proposal's author was reminded, by the ledgers. */
async function remindedAt(): Promise<Readonly<Record<number, readonly string[]>>> {
  const each = numbers.map(async (number) => {
    const events = await setup.store.ledger.read(subjectOf(number));
    return [number, events.filter(({ fact }) => fact.type === "reminded").map(({ at }) => at)] as const;
  });
  return Object.fromEntries(await Promise.all(each));
}

const callsOn = (number: number) =>
  setup.github.get(number).pullRequest.ownComments.filter(({ body }) => body.includes("<!-- steward:reply")).length;

const nextLook = async (number: number) => (await setup.store.subjects.read(subjectOf(number)))?.nextLook ?? null;

/** Every pass that is due, all at the same moment, until none is; then the time of the next one. */
async function lookAtWhatIsDue(): Promise<void> {
  for (let due = await setup.store.subjects.listDue(setup.now(), 100); due.length > 0; ) {
    await Promise.all(due.map((subject) => setup.reconciler.reconcile(subject)));
    due = await setup.store.subjects.listDue(setup.now(), 100);
  }
}

describe("reminders of one person over several proposals", () => {
  it("that are due at the same moment come one a week, each once, and each keeps a time to look again", async () => {
    const start = Date.parse(setup.now());
    setup.advance(90 * days);
    await lookAtWhatIsDue();
    setup.advance(60_000);
    await lookAtWhatIsDue();
    const first = await remindedAt();
    expect(Object.values(first).flat()).toHaveLength(1);
    for (const number of numbers) expect(await nextLook(number)).not.toBeNull();

    for (let hour = 0; hour < 16 * 24; hour += 1) {
      setup.advance(3_600_000);
      await lookAtWhatIsDue();
    }

    const times = Object.values(await remindedAt())
      .flat()
      .toSorted();
    expect(times).toHaveLength(numbers.length);
    expect(new Set(Object.values(await remindedAt()).map((each) => each.length))).toEqual(new Set([1]));
    const [one, two, three] = times.map((time) => (Date.parse(time) - start) / days);
    expect(one).toBeGreaterThanOrEqual(90);
    expect(two).toBeGreaterThanOrEqual((one ?? 0) + 7);
    expect(three).toBeGreaterThanOrEqual((two ?? 0) + 7);
    expect(three).toBeLessThan(105);
    for (const number of numbers) expect(callsOn(number)).toBe(1);
  });

  it("wait while another pass counts, and for no longer", async () => {
    setup.advance(90 * days);

    await setup.store.leases.withLease(`repo/${repositoryId}/reminders`, () => setup.reconciler.reconcile(subjectOf(12)));
    expect((await remindedAt())[12]).toEqual([]);
    expect(await nextLook(12)).toBe(instant(Date.parse(setup.now()) + 30_000));
    setup.advance(30_000);
    await setup.reconciler.reconcile(subjectOf(12));

    expect((await remindedAt())[12]).toEqual([setup.now()]);
  });

  it("of another repository do not count", async () => {
    setup.advance(90 * days);
    const elsewhere = { repositoryId: repositoryId + 1, pullRequest: 12 };
    const fact = { type: "reminded" as const, about: "turn/proposal/1", logins: ["mira"] };
    const event = {
      version: 1,
      at: setup.now(),
      constitution: null,
      actor: null,
      source: "pass",
      clause: null,
      reason: null,
      fact,
    } as const;
    await setup.store.leases.withLease(`repo/${elsewhere.repositoryId}/pull/12`, (lease) =>
      setup.store.ledger.append(elsewhere, 0, [event], lease),
    );

    await setup.reconciler.reconcile(subjectOf(12));

    expect((await remindedAt())[12]).toHaveLength(1);
  });
});
