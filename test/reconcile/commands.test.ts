import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { fullName, type StandinSetup, standinSetup } from "../support/standin-setup.ts";

const specification =
  "The `forecasts/list` result gains an optional `note`. A server MAY set it. A client SHOULD show the note of a forecast.";
const text = proposalText({ title: "Notes for forecasts", specification });

let setup: StandinSetup;

/** Lead Maintainers may sponsor here, so that the lead of the group stays free to lead. */
const constitution = smallConstitution().edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }");

beforeEach(async () => {
  setup = await standinSetup(constitution);
});

afterEach(async () => {
  expect(setup.standin.defects).toEqual([]);
  await setup.close();
});

/** Comments as a person, a second after whatever went before, and has the pull request looked at. */
async function say(number: number, login: string, body: string): Promise<readonly string[]> {
  setup.standin.clock.advance(1000);
  const id = setup.standin.world.repositories.comment(fullName, number, login, body);
  // As its delivery said: written by nobody but the person.
  setup.store.knownOrigins.set(id, null);
  setup.standin.clock.advance(1000);
  setup.requests();
  await setup.look(number);
  return setup.requests();
}

async function statusOf(number: number): Promise<string> {
  const { data } = await setup.owner.rest.issues.listComments({ ...setup.repository, issue_number: number });
  return data.find(({ body }) => body?.includes("steward:status"))?.body ?? "";
}

describe("an accepted command", () => {
  it("takes five requests or fewer, whatever it moves", async () => {
    const number = setup.open({ "seps/0000-notes.md": text });
    await setup.look(number);
    const ready = "/ready\nprototype: https://example.org/p\nbenefit: https://example.org/b\nsupport: https://example.org/s";
    // Another proposal made the labels of these states before.
    const steps = [
      ["asta", "/sponsor"],
      ["asta", ready],
      ["Juno", "/propose accept"],
      ["noor", "/lgtm"],
    ] as const;
    const earlier = setup.open({ "seps/0000-earlier.md": text });
    await setup.look(earlier);
    for (const [login, line] of steps) await say(earlier, login, line);

    const counts = [];
    for (const [login, line] of steps) counts.push((await say(number, login, line)).length);

    expect(await statusOf(number)).toContain("one more consent");
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
  });

  it("is answered once: the next look writes nothing", async () => {
    const number = setup.open({ "seps/0000-notes.md": text });
    await setup.look(number);
    await say(number, "asta", "/sponsor");
    await say(number, "noor", "/lgtm");

    await setup.look(number);

    expect(setup.requests()).toEqual(["graphql"]);
  });
});
