import fc from "fast-check";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { Actor, FileAtCommit, Snapshot } from "../../src/domain/snapshot.ts";
import { isStatusComment, statusMarkerFor } from "../../src/domain/status-marker.ts";
import { smallConstitution } from "../support/constitution.ts";
import { hostileText } from "../support/hostile-text.ts";
import { aClassifier, aProposalSnapshot, type Planning, planFor, proposalPath, proposalText, recorded } from "../support/planning.ts";
import { findIn } from "../support/rendered.ts";
import { applyEffects, moveLabel } from "../support/simulated-github.ts";
import { aFile, anOwnComment, anUnreadFile, aPerson, aSnapshot } from "../support/snapshot.ts";

type Act = (before: Snapshot) => Snapshot;

const actor: fc.Arbitrary<Actor> = fc.constantFrom(aPerson("noor", 1006), aPerson("mira", 101), aPerson("zoe", 7), {
  id: 5,
  login: "labels[bot]",
  bot: true,
});
const label = fc.constantFrom(
  ...[
    "SEP",
    "domain: forecasts",
    "domain: readings",
    "Domain: Governance",
    "domain: tea",
    "route: core",
    "route: forecasts-wg",
    "change: additive",
  ],
  ...["change: breaking", "change: unclear", "proposal", "accepted", "draft", "bug"],
);
const withPull = (before: Snapshot, changes: Partial<Snapshot["pullRequest"]>): Snapshot => ({
  ...before,
  pullRequest: { ...before.pullRequest, ...changes },
});
const absent = { ...aFile(proposalPath, ""), text: null, unread: "absent" } as const;
const withText = (before: Snapshot, head: FileAtCommit): Snapshot => ({
  ...before,
  texts: [{ path: proposalPath, base: absent, head }],
});

const texts = [
  proposalText,
  proposalText.replace("optional field", "required field, a breaking change,"),
  "",
  "# SEP-9999: Other\n",
  "- **Type**: Process\n",
];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom("labeled" as const, "unlabeled" as const), label, actor).map(
      ([action, name, who]): Act =>
        (before) =>
          before.pullRequest.labels.includes(name) === (action === "unlabeled") ? moveLabel(before, action, name, who) : before,
    ),
  },
  fc.constant<Act>((before) => withPull(before, { ownComments: [] })),
  fc.constant<Act>((before) =>
    withPull(before, {
      ownComments: [
        ...before.pullRequest.ownComments,
        anOwnComment(99, `Copy\n${statusMarkerFor({ digest: null, headSha: "a".repeat(40) })}`),
      ],
    }),
  ),
  fc.constant<Act>((before) => withPull(before, { requestedTeams: [], requestedUsers: [] })),
  fc.constant<Act>((before) => ({ ...before, checks: before.checks.map((check) => ({ ...check, conclusion: null })) })),
  fc.constant<Act>((before) => withPull(before, { headSha: "d".repeat(40) })),
  fc.constant<Act>((before) => withPull(before, { draft: !before.pullRequest.draft })),
  fc.constant<Act>((before) => withPull(before, { baseRef: before.pullRequest.baseRef === "main" ? "release" : "main" })),
  fc.constantFrom(...texts).map(
    (text): Act =>
      (before) =>
        withText(before, aFile(proposalPath, text)),
  ),
  fc.constantFrom("absent" as const, "binary" as const).map(
    (unread): Act =>
      (before) =>
        withText(before, unread === "absent" ? absent : anUnreadFile(proposalPath, unread)),
  ),
  fc.constant<Act>((before) => withPull(before, { files: [] })),
  fc.constant<Act>((before) =>
    withPull(before, {
      files: [
        { path: proposalPath, change: "added" },
        { path: "seps/0000-more.md", change: "added" },
      ],
    }),
  ),
  fc.constant<Act>((before) => withPull(before, { files: [{ path: proposalPath, change: "added" }] })),
  fc.constant<Act>((before) => ({ ...before, governanceAtHead: before.governanceAtHead === null ? [] : null })),
);

/** Steward looks until a look plans nothing. */
function settle(begin: Snapshot, ledger: readonly LedgerEvent[], planning: Planning) {
  let [snapshot, recordedSoFar] = [begin, ledger];
  for (let look = 1; look <= 5; look += 1) {
    const plan = planFor({ ...planning, snapshot, ledger: recordedSoFar });
    if (plan.effects.length + plan.events.length === 0) return { snapshot, ledger: recordedSoFar, looks: look, plan };
    snapshot = applyEffects(snapshot, plan.effects);
    recordedSoFar = recorded(recordedSoFar, plan);
  }
  throw new Error(
    `Five looks and still something to do: ${JSON.stringify(planFor({ ...planning, snapshot, ledger: recordedSoFar }).effects)}`,
  );
}

const planning: fc.Arbitrary<Planning> = fc.record({
  classifier: fc
    .record({ touched: fc.subarray(["readings", "governance"]), confident: fc.boolean() })
    .map((parts) => aClassifier("forecasts", parts)),
  mode: fc.constantFrom("enforce" as const, "enforce" as const, "advise" as const, "observe" as const),
  constitution: fc.constantFrom(smallConstitution(), smallConstitution().append("project.yml", "front-door:\n  group-required: true\n")),
});

describe("a plan", () => {
  it("plans nothing at the second look, whatever people did in between", () => {
    fc.assert(
      fc.property(planning, fc.array(fc.array(act, { maxLength: 4 }), { maxLength: 4 }), (rules, history) => {
        let state = settle(aProposalSnapshot(), [], rules);
        for (const acts of history) {
          state = settle(
            acts.reduce((snapshot, next) => next(snapshot), state.snapshot),
            state.ledger,
            rules,
          );
          // One look to do it, one to record what was published, one to see that it is done.
          expect(state.looks).toBeLessThanOrEqual(3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves one status comment and one check that shows it, whatever was there before", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const { snapshot, plan } = settle(
          acts.reduce((before, next) => next(before), aProposalSnapshot()),
          [],
          {},
        );
        const { ownComments, headSha } = snapshot.pullRequest;

        const status = ownComments.map(({ body }) => body.replaceAll("\r\n", "\n")).filter(isStatusComment);
        expect(status).toEqual(plan.view.comment === null ? [] : [plan.view.comment]);
        expect(snapshot.checks.filter((check) => check.headSha === headSha).at(-1)).toMatchObject({
          digest: plan.check.digest,
          conclusion: plan.check.conclusion,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("never takes off what a person put on as domain or class, nor touches names that are not Steward's", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const touched = acts.reduce((before, next) => next(before), aProposalSnapshot());
        const { effects } = planFor({ snapshot: touched });
        const theirs = touched.pullRequest.labelEvents
          .filter(({ action, actor: { bot }, label: name }) => action === "labeled" && !bot && /^(?:domain|change): /i.test(name))
          .map(({ label: name }) => name);
        const removed = effects.flatMap((effect) => (effect.kind === "remove-label" ? [effect.label] : []));

        expect(removed.filter((name) => theirs.includes(name))).toEqual([]);
        expect(
          removed.filter(
            (name) =>
              !/^(?:domain|change|route): |^(?:proposal|draft|in-review|accepted|rejected|final|withdrawn|dormant|do-not-merge\/hold)$/i.test(
                name,
              ),
          ),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("never lets a proposal pass before it is final", () => {
    fc.assert(
      fc.property(planning, fc.array(act, { maxLength: 8 }), (rules, acts) => {
        const opened = settle(aProposalSnapshot(), [], rules);
        const plan = planFor({ ...rules, ledger: opened.ledger, snapshot: acts.reduce((before, next) => next(before), opened.snapshot) });

        expect(plan.check.conclusion).not.toBe("success");
      }),
      { numRuns: 60 },
    );
  });

  it("calls nobody but whoever opened the pull request, whatever title, file, fields, labels and text say", () => {
    const file = hostileText.map((text) => `seps/12-${text.replace(/[/\0]/g, "")}.md`);
    fc.assert(
      fc.property(hostileText, file, hostileText, hostileText, hostileText, (title, path, name, value, body) => {
        const text = `# SEP-12: ${title}\n\n- **Status**: ${value}\n- **Type**: Standards Track\n- **Author(s)**: ${name}\n- **Sponsor**: ${name}\n\n## Abstract\n\n${body}\n\n## ${title}\n\n${body}\n`;
        const snapshot = aSnapshot({ adds: { [path]: text }, pullRequest: { title, labels: [title, `domain: ${name}`] } });
        const plan = planFor({ snapshot, classifier: aClassifier("forecasts", { confident: false, doubts: [title] }) });
        const shown = findIn(plan.view.comment ?? "");
        const check = findIn(plan.check.summary);

        expect(shown.mentions.filter((login) => login !== "mira")).toEqual([]);
        expect(check.mentions).toEqual([]);
        expect([...shown.links, ...check.links].filter((url) => !url.startsWith("https://github.com/acme/specification/"))).toEqual([]);
        expect([...shown.images, ...check.images, ...check.html]).toEqual([]);
        expect(plan.view.comment?.match(/<!--/g)).toHaveLength(1);
        expect(Math.max(plan.view.comment?.length ?? 0, plan.check.summary.length)).toBeLessThanOrEqual(65_535);
        expect(plan.effects.flatMap((effect) => (effect.kind === "add-labels" ? effect.labels : []))).toEqual([
          "SEP",
          "domain: forecasts",
          "route: core",
          expect.stringMatching(/^change: \w+$/),
          "proposal",
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
