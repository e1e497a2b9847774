import type { Effect } from "../../src/domain/effect.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { smallConstitution } from "../support/constitution.ts";
import { aClassifier, aProposalSnapshot, planFor, proposalPath, proposalText, recorded } from "../support/planning.ts";
import { applyEffects } from "../support/simulated-github.ts";
import { aFile, anUnreadFile, aSnapshot, headSha } from "../support/snapshot.ts";

const kinds = ({ effects }: Plan) => effects.map(({ kind }) => kind);
const find = <K extends Effect["kind"]>({ effects }: Plan, kind: K) =>
  effects.flatMap((effect) => (effect.kind === kind ? [effect as Extract<Effect, { kind: K }>] : []));
const labelsOf = (plan: Plan) => find(plan, "add-labels").flatMap(({ labels }) => labels);
const codesOf = (plan: Plan) => plan.view.problems.map(({ code }) => code);

describe("a proposal that was just opened", () => {
  const opened = planFor();

  it("gets its labels first, then its comment, its reviewers and its check", () => {
    const labels = kinds(opened).filter((kind) => kind.endsWith("label") || kind.endsWith("labels"));

    expect(kinds(opened)).toEqual([...labels, "create-comment", "request-reviewers", "create-check"]);
  });

  it("carries what it is, its domain, route, class and state as labels", () => {
    expect(labelsOf(opened)).toEqual(["SEP", "domain: forecasts", "route: forecasts-wg", "change: additive", "proposal"]);
  });

  it("gets labels with a colour and a description where the repository lacks them", () => {
    for (const { label } of find(opened, "create-label")) {
      expect(label.color).toMatch(/^[0-9a-f]{6}$/);
      expect(label.description.length).toBeGreaterThan(0);
      expect(label.description.length).toBeLessThanOrEqual(100);
    }
  });

  it("takes labels that are there, whatever their case", () => {
    const labels = ["sep", "Domain: Forecasts", "route: forecasts-wg", "change: additive", "proposal"].map((name) => ({
      name,
      color: "ededed",
      description: "",
    }));
    const plan = planFor({ seen: { repository: { labels }, pullRequest: { labels: ["sep"] } } });

    expect(find(plan, "create-label")).toEqual([]);
    expect(labelsOf(plan)).not.toContain("SEP");
  });

  it("is recorded: who opened it and where it goes, by which rules", () => {
    expect(opened.events).toMatchObject([
      {
        at: "2026-11-23T08:59:30.000Z",
        constitution: expect.stringMatching(/^3f9c2a1/),
        fact: { type: "proposal-opened", file: proposalPath, author: "mira", authorId: 101 },
      },
      { fact: { type: "text-read", change: "first", headSha } },
      { fact: { type: "routed", kind: "group", group: "forecasts-wg", domain: "forecasts", change: "additive" } },
    ]);
  });

  it("waits: its check is action_required, never a pass", () => {
    expect(opened.check).toMatchObject({
      name: "Steward",
      headSha,
      conclusion: "action_required",
      title: "Proposal · waiting for a sponsor",
    });
  });

  it("shows the same in the view as on GitHub", () => {
    expect(opened.view).toMatchObject({
      kind: "proposal",
      number: 12,
      title: "Confidence of forecasts",
      labels: labelsOf(opened),
      route: { kind: "group" },
    });
    expect(find(opened, "create-comment")[0]?.body).toBe(opened.view.comment);
  });

  it("is looked at again when people who may sponsor are asked, sixty days on", () => {
    expect(opened.nextLook).toBe("2027-01-22T08:59:30.000Z");
  });

  it("is looked at again when a delegation or a term of the constitution ends, should that come first", () => {
    const constitution = smallConstitution().edit("groups/forecasts-wg.yml", "until: 2027-06-30", "until: 2026-12-31");

    expect(planFor({ constitution }).nextLook).toBe("2027-01-01T00:00:00.000Z");
  });

  it("is failed by an error in its file, with a note at the line", () => {
    const plan = planFor({ seen: { adds: { [proposalPath]: proposalText.replace("**Type**: Standards Track", "**Type**: Wish") } } });

    expect(plan.check.conclusion).toBe("failure");
    expect(plan.check.annotations).toContainEqual(expect.objectContaining({ path: proposalPath, startLine: 4, level: "failure" }));
    expect(plan.view.route).toMatchObject({ kind: "core" });
  });

  it("asks for a group where the front door does", () => {
    const plan = planFor({ constitution: smallConstitution().append("project.yml", "front-door:\n  group-required: true\n") });

    expect(plan.view.comment).toContain("**Proposal · waiting for a group.**");
  });

  it("links its record where there is a page for it", () => {
    expect(planFor({ recordUrl: "https://steward.example/12" }).view.comment).toContain("(https://steward.example/12)");
  });
});

describe("what it is, is told by files", () => {
  it.each([
    ["no file of the folder", aSnapshot({ touches: ["docs/index.md"] })],
    ["the folder's own pages", aSnapshot({ adds: { "seps/TEMPLATE.md": proposalText } })],
    ["an image in the folder", aSnapshot({ touches: ["seps/12.png"] })],
    ["a file further down", aSnapshot({ adds: { "seps/assets/12-notes.md": "# Notes" } })],
    ["another branch", aProposalSnapshot({ pullRequest: { baseRef: "release" } })],
  ])("%s: not a proposal, and the check passes in one write", (_, snapshot) => {
    const plan = planFor({ snapshot });

    expect(plan.view.kind).toBe("not-a-proposal");
    expect(plan.effects).toMatchObject([{ kind: "create-check", report: { conclusion: "success", title: "Not a proposal" } }]);
    expect(plan.events).toEqual([]);
    expect(plan.nextLook).toBeNull();
  });

  it("more files than GitHub lists, and no proposal among them: unknown is no pass", () => {
    expect(planFor({ snapshot: aSnapshot({ pullRequest: { filesTruncated: true } }) }).check.conclusion).toBe("action_required");
  });

  it("several new proposals: nothing acts until they are parted", () => {
    const plan = planFor({ snapshot: aSnapshot({ adds: { "seps/0000-one.md": proposalText, "seps/0000-two.md": proposalText } }) });

    expect(kinds(plan)).toEqual(["create-comment", "create-check"]);
    expect(plan.check.conclusion).toBe("failure");
    expect(plan.view.route).toBeNull();
  });

  it("one new proposal among other files is that proposal", () => {
    const plan = planFor({ snapshot: aProposalSnapshot({ touches: ["docs/forecasts/index.mdx"] }) });

    expect(plan.view).toMatchObject({ kind: "proposal", file: proposalPath });
  });

  it("a proposal that is not final on the default branch may be edited as a proposal", () => {
    const plan = planFor({ snapshot: aSnapshot({ edits: { [proposalPath]: { base: proposalText, head: `${proposalText}\nMore.\n` } } }) });

    expect(plan.view.kind).toBe("proposal");
    expect(codesOf(plan)).not.toContain("number-not-pull-request");
  });

  it("a file from elsewhere that is moved into the folder is new", () => {
    const file = { path: proposalPath, change: "renamed", previousPath: "drafts/x.md" } as const;

    expect(planFor({ snapshot: aProposalSnapshot({ pullRequest: { files: [file] } }) }).view.kind).toBe("proposal");
  });
});

describe("files of the record", () => {
  const final = proposalText.replace("**Status**: Draft", "**Status**: Final");
  const keeping = smallConstitution().edit(
    "project.yml",
    "reserved:\n",
    "reserved:\n  - { id: final-file, why: It is kept., edits-final: true, clause: here, by: lead-maintainers }\n",
  );

  it("a change to a final proposal goes to whoever keeps the record", () => {
    const plan = planFor({
      constitution: keeping,
      snapshot: aSnapshot({ edits: { "seps/7-old.md": { base: final, head: `${final}\n` } } }),
    });

    expect(plan.view).toMatchObject({
      kind: "record-change",
      route: { kind: "core", authority: "lead-maintainers", reasons: [{ code: "reserved" }] },
    });
    expect(labelsOf(plan)).toEqual(["SEP", "route: core"]);
    expect(plan.check.conclusion).toBe("action_required");
  });

  it("a new proposal that also edits a final one is decided there too", () => {
    const snapshot = aSnapshot({ adds: { [proposalPath]: proposalText }, edits: { "seps/7-old.md": { base: final, head: `${final}\n` } } });

    expect(planFor({ constitution: keeping, snapshot }).view.route).toMatchObject({ kind: "core", reasons: [{ code: "reserved" }] });
    expect(planFor({ constitution: keeping }).view.route?.kind).toBe("group");
  });

  it.each([
    ["deleted", { path: "seps/7-old.md", change: "deleted" }],
    ["moved out of the folder", { path: "attic/7-old.md", change: "renamed", previousPath: "seps/7-old.md" }],
    ["moved within the folder", { path: "seps/7-new.md", change: "renamed", previousPath: "seps/7-old.md" }],
  ] as const)("one that is %s is a change to it", (_, file) => {
    expect(planFor({ snapshot: aSnapshot({ pullRequest: { files: [file] } }) }).view.kind).toBe("record-change");
  });

  it("several edited at once are one change, not several proposals", () => {
    const edits = { "seps/7-a.md": { base: final, head: "x" }, "seps/8-b.md": { base: proposalText, head: "y" } };

    expect(planFor({ snapshot: aSnapshot({ edits }) }).view.comment).toContain("**Changes 1 final proposal.**");
    expect(
      planFor({ snapshot: aSnapshot({ edits: { "seps/8-b.md": edits["seps/8-b.md"], "seps/9-c.md": edits["seps/8-b.md"] } }) }).view
        .comment,
    ).toContain("**Changes 2 existing proposals.**");
  });
});

describe("a file that cannot be read routes nothing, and fails", () => {
  const pair = (head: ReturnType<typeof aFile>) => ({ path: proposalPath, base: anUnreadFile(proposalPath, "not-regular"), head });

  it.each([
    ["a symbolic link", { folder: [{ name: "12-confidence.md", kind: "symlink" }] }, "file-not-regular"],
    ["a submodule", { folder: [{ name: "12-confidence.md", kind: "submodule" }] }, "file-not-regular"],
    ["not regular by its text", { texts: [pair(anUnreadFile(proposalPath, "not-regular"))] }, "file-not-regular"],
    ["binary", { texts: [pair(anUnreadFile(proposalPath, "binary"))] }, "file-binary"],
    ["too large", { texts: [pair(anUnreadFile(proposalPath, "too-large", 5_000_000))] }, "file-too-large"],
    ["not read at all", { texts: [] }, "file-not-read"],
    ["gone at the head", { texts: [pair({ ...aFile(proposalPath, ""), text: null, unread: "absent" })] }, "file-moved-out"],
  ] as const)("%s", (_, parts, code) => {
    const plan = planFor({ seen: parts });

    expect(codesOf(plan)).toEqual([code]);
    expect(plan.check.conclusion).toBe("failure");
    expect(labelsOf(plan)).toEqual(["SEP", "proposal"]);
    expect(find(plan, "request-reviewers")).toEqual([]);
  });

  it("another ending than .md", () => {
    expect(codesOf(planFor({ snapshot: aSnapshot({ adds: { "seps/12-x.mdx": proposalText } }) }))).toEqual(["file-extension"]);
  });

  it("a twin that differs only in case is an error beside the rest", () => {
    const folder = [
      { name: "12-confidence.md", kind: "file" },
      { name: "12-Confidence.md", kind: "file" },
    ] as const;
    const plan = planFor({ seen: { folder } });

    expect(codesOf(plan)).toContain("case-collision");
    expect(plan.check.conclusion).toBe("failure");
  });

  it("an executable file is read like any other", () => {
    expect(planFor({ seen: { folder: [{ name: "12-confidence.md", kind: "executable" }] } }).view.route?.kind).toBe("group");
  });

  it("of a text above the limits only the beginning is read, so that nothing is sure", () => {
    const plan = planFor({ seen: { adds: { [proposalPath]: proposalText + "More.\n".repeat(200_000) } } });

    expect(plan.view.classification?.confident).toBe(false);
    expect(plan.view.route).toMatchObject({ kind: "core" });
  });
});

describe("a proposal stays one", () => {
  const ledger = recorded([], planFor());

  it("when its file is moved out of the folder: the check fails, and nothing is a way out", () => {
    const plan = planFor({ ledger, snapshot: aSnapshot({ touches: ["attic/12-confidence.md"] }) });

    expect(codesOf(plan)).toEqual(["file-moved-out"]);
    expect(plan.check.conclusion).toBe("failure");
  });

  it("when it is aimed at another branch", () => {
    expect(planFor({ ledger, seen: { pullRequest: { baseRef: "release" } } }).view.kind).toBe("proposal");
  });

  it("when its file is given its number", () => {
    const numbered = planFor({
      ledger: recorded([], planFor({ snapshot: aSnapshot({ adds: { "seps/0000-confidence.md": proposalText } }) })),
    });

    expect(numbered.view).toMatchObject({ kind: "proposal", file: proposalPath });
    expect(numbered.events.map(({ fact }) => fact.type)).not.toContain("proposal-opened");
  });
});

describe("how much is written", () => {
  it("nothing in observe, though all is shown and recorded", () => {
    const plan = planFor({ mode: "observe" });

    expect(plan.effects).toEqual([]);
    expect(plan.view.comment).toContain("Forecasts WG");
    expect(plan.events.map(({ fact }) => fact.type)).toEqual(["proposal-opened", "text-read", "routed"]);
  });

  it("nothing while paused, whatever the mode", () => {
    expect(planFor({ mode: "enforce", constitution: smallConstitution().append("project.yml", "paused: true\n") }).effects).toEqual([]);
  });

  it("a comment that says it is advice, and a check that is always neutral, in advise", () => {
    const plan = planFor({ mode: "advise" });

    expect(kinds(plan)).toEqual(["create-comment", "create-check"]);
    expect(plan.view.comment).toContain("*Advice only");
    for (const snapshot of [aSnapshot(), aSnapshot({ pullRequest: { filesTruncated: true } }), aSnapshot({ governanceAtHead: [] })]) {
      expect(planFor({ mode: "advise", snapshot }).check.conclusion).toBe("neutral");
    }
  });

  it.each(["closed", "merged"] as const)("nothing on a %s pull request", (state) => {
    const plan = planFor({ seen: { pullRequest: { state } } });

    expect(plan.effects).toEqual([]);
    expect(plan.nextLook).toBeNull();
  });

  it("nothing twice: a second look writes nothing, and records only what people can read since the first", () => {
    const first = planFor();
    const snapshot = applyEffects(aProposalSnapshot(), first.effects);
    const second = planFor({ snapshot, ledger: recorded([], first) });
    const third = planFor({ snapshot, ledger: recorded(recorded([], first), second) });

    expect(second.effects).toEqual([]);
    expect(second.events.map(({ fact }) => fact.type)).toEqual(["text-published"]);
    expect({ effects: third.effects, events: third.events }).toEqual({ effects: [], events: [] });
  });

  it("no route where the default branch's own rules have errors", () => {
    const broken = smallConstitution().edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forecasts, clouds]");
    const plan = planFor({ constitution: broken });

    expect(plan.effects).toMatchObject([
      { kind: "create-check", report: { conclusion: "action_required", title: "The rules cannot be applied" } },
    ]);
    expect(plan.events).toEqual([]);
  });
});

describe("a pull request that edits the rules", () => {
  const files = smallConstitution().files;

  it("passes when the edited rules have no error", () => {
    const plan = planFor({ snapshot: aSnapshot({ governanceAtHead: files }) });

    expect(plan.view.kind).toBe("governance-change");
    expect(plan.check).toMatchObject({ conclusion: "success", title: "Rules: no problem" });
  });

  it("fails when they have, with notes at the lines of the repository's files", () => {
    const broken = smallConstitution().edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forecasts, clouds]");
    const plan = planFor({ snapshot: aSnapshot({ governanceAtHead: broken.files }) });

    expect(plan.check.conclusion).toBe("failure");
    expect(plan.check.annotations[0]?.path).toBe("governance/groups/forecasts-wg.yml");
  });

  it("cannot route its own proposal by them", () => {
    const friendly = smallConstitution().edit(
      "groups/forecasts-wg.yml",
      "changes: [additive, clarification]",
      "changes: [additive, clarification, breaking]",
    );
    const breaking = proposalText.replace("adds an optional field to forecasts", "is a breaking change that removes a field of forecasts");
    const plan = planFor({ seen: { adds: { [proposalPath]: breaking }, governanceAtHead: friendly.files } });

    expect(plan.view).toMatchObject({ kind: "proposal", route: { kind: "core" } });
  });

  it("fails its proposal when the edited rules have errors", () => {
    const plan = planFor({ seen: { governanceAtHead: [] } });

    expect(plan.check.conclusion).toBe("failure");
    expect(plan.check.title).toMatch(/errors? in the edited rules$/);
  });
});

describe("who is asked", () => {
  const asked = (plan: Plan) => find(plan, "request-reviewers").map(({ users, teams }) => ({ users, teams }));
  const withoutTeam = smallConstitution().edit("groups/forecasts-wg.yml", "team: forecasts-wg\n", "");

  it("the team of the group that decides", () => {
    expect(asked(planFor())).toEqual([{ users: [], teams: ["forecasts-wg"] }]);
  });

  it("its leads where it has no team, but never an author by any account", () => {
    expect(asked(planFor({ constitution: withoutTeam }))).toEqual([{ users: ["Juno"], teams: [] }]);
    expect(
      asked(planFor({ constitution: withoutTeam, seen: { pullRequest: { author: { id: 1005, login: "juno-old", bot: false } } } })),
    ).toEqual([]);
  });

  it("the deciding authority where no group is near: its team, else its people", () => {
    const teamless = smallConstitution().edit("project.yml", "    team: core-maintainers\n", "");
    const classifier = aClassifier("readings");

    expect(asked(planFor({ classifier }))).toEqual([{ users: [], teams: ["core-maintainers"] }]);
    expect(asked(planFor({ classifier, constitution: teamless }))).toEqual([{ users: ["asta", "bo-okafor", "cleo"], teams: [] }]);
  });

  it.each([
    ["asked already", { requestedTeams: ["forecasts-wg"] }],
    [
      "asked before, and taken off by a person",
      {
        reviewRequestEvents: [
          {
            action: "removed",
            reviewer: "forecasts-wg",
            team: true,
            actor: { id: 1, login: "ravi", bot: false },
            at: "2026-11-23T08:59:40.000Z",
          },
        ],
      },
    ],
    ["a draft still", { draft: true }],
  ] as const)("nobody who was %s", (_, changes) => {
    expect(asked(planFor({ seen: { pullRequest: changes as never } }))).toEqual([]);
  });

  it("nobody beyond GitHub's limit of fifteen", () => {
    const requestedUsers = Array.from({ length: 15 }, (_, at) => `person-${at}`);

    expect(asked(planFor({ seen: { pullRequest: { requestedUsers } } }))).toEqual([]);
  });
});
