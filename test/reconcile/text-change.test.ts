import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { fullName, type StandinSetup, standinSetup } from "../support/standin-setup.ts";

const file = "seps/0000-notes.md";
const specification = (word: string) =>
  `The \`forecasts/list\` result gains an optional \`note\`. A server ${word} set it. A client SHOULD show the note of a forecast.`;
const textWith = (word: string) => proposalText({ title: "Notes for forecasts", specification: specification(word) });

let setup: StandinSetup;

/** Lead Maintainers may sponsor here, so that the lead of the group stays free to lead. */
beforeEach(async () => {
  setup = await standinSetup(smallConstitution().edit("ladder.yml", "rank: 4 }", "rank: 4, may-sponsor: true }"));
});

afterEach(async () => {
  expect(setup.standin.defects).toEqual([]);
  await setup.close();
});

/** Comments as a person, a second after whatever went before; nobody looks yet. */
function write(number: number, login: string, body: string): void {
  setup.standin.clock.advance(1000);
  setup.store.knownOrigins.set(setup.standin.world.repositories.comment(fullName, number, login, body), null);
  setup.standin.clock.advance(1000);
}

async function say(number: number, login: string, body: string): Promise<void> {
  write(number, login, body);
  await setup.look(number);
}

/** The author pushes another text. */
async function push(number: number, text: string): Promise<void> {
  const { data: pull } = await setup.owner.rest.pulls.get({ ...setup.repository, pull_number: number });
  setup.standin.world.repositories.commit(pull.head.repo.full_name, pull.head.ref, { [file]: text }, { by: "passer-by" });
}

async function inConsensus(): Promise<number> {
  const number = setup.open({ [file]: textWith("MAY") });
  await setup.look(number);
  await say(number, "asta", "/sponsor");
  await say(number, "asta", "/ready\nprototype: https://example.org/p\nbenefit: https://example.org/b\nsupport: https://example.org/s");
  await say(number, "Juno", "/propose accept");
  return number;
}

async function repliesOn(number: number): Promise<readonly string[]> {
  const { data } = await setup.owner.rest.issues.listComments({ ...setup.repository, issue_number: number });
  return data.map(({ body }) => body ?? "").filter((body) => body.includes("<!-- steward:reply"));
}

describe("a consent under a text that changed a moment before", () => {
  it.each([
    ["of a decision that the push ended", [], "Nothing is open"],
    ["of a decision that was opened anew since", ["/propose accept"], "the text is now"],
  ])("is answered with the passages that changed, for one request more: %s", async (_, opening, expected) => {
    const number = await inConsensus();
    await push(number, textWith("MUST"));
    for (const line of opening) write(number, "Juno", line);
    write(number, "noor", "/lgtm\n/lgtm");
    setup.requests();

    await setup.look(number);

    const [reply = "", ...more] = await repliesOn(number);
    expect(more).toEqual([]);
    expect(reply).toContain(expected);
    expect(reply).toContain(
      ["```diff", "@@ Specification, line 20", "- A server MAY set it.", "+ A server MUST set it.", "```"].join("\n"),
    );
    expect(reply.match(/```diff/g)).toHaveLength(1);
    // The pull request, its texts, the earlier text, and the newest comment once the status comment was written.
    expect(setup.requests().filter((request) => request === "graphql")).toHaveLength(4);
  });

  it("is answered without them when GitHub no longer has the earlier text", async () => {
    const number = await inConsensus();
    await push(number, textWith("MUST"));
    write(number, "noor", "/lgtm");
    const { github } = setup;
    const read = github.readForeignFiles;
    github.readForeignFiles = async () => ({ known: false, why: "it is gone" });

    await setup.look(number);
    github.readForeignFiles = read;

    const [reply = ""] = await repliesOn(number);
    expect(reply).toContain("Nothing is open");
    expect(reply).not.toContain("```diff");
  });

  it("that was written with the new text at hand is answered without them", async () => {
    const number = await inConsensus();
    await push(number, textWith("MUST"));
    await setup.look(number);

    await say(number, "noor", "/lgtm");

    const [reply = ""] = await repliesOn(number);
    expect(reply).toContain("Nothing is open");
    expect(reply).not.toContain("```diff");
  });

  it("keeps what changed in the record, and nothing of an editorial push", async () => {
    const number = await inConsensus();
    await push(number, textWith("MAY").replace("without names", "without any names"));
    await setup.look(number);
    await push(number, textWith("MUST"));
    await setup.look(number);

    const events = await setup.store.ledger.read({ repositoryId: setup.repositoryId, pullRequest: number });
    const read = events.flatMap(({ fact }) => (fact.type === "text-read" ? [[fact.change, fact.passages.length]] : []));
    expect(read).toEqual([
      ["first", 0],
      ["editorial", 0],
      ["normative", 3],
    ]);
  });
});
