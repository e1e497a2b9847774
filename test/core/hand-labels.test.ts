import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { Actor, Snapshot } from "../../src/domain/snapshot.ts";
import { type Constitution, smallConstitution } from "../support/constitution.ts";
import { aClassifier, aProposalSnapshot, type Planning, planFor, recorded } from "../support/planning.ts";
import { applyEffects, moveLabel } from "../support/simulated-github.ts";
import { aPerson } from "../support/snapshot.ts";

const lead = aPerson("noor", 1006);
const author = aPerson("mira", 101);
const bot: Actor = { id: 5, login: "labels[bot]", bot: true };
/** Without its exclusion, so that only the labels decide. */
const constitution = smallConstitution().edit(
  "groups/forecasts-wg.yml",
  "  excludes:\n    - { text: Not how instruments report., domains: [readings], terms: [barometer] }\n",
  "",
);

interface Seen {
  readonly snapshot: Snapshot;
  readonly ledger: readonly LedgerEvent[];
}

type Act = readonly ["labeled" | "unlabeled", string, Actor];

/** Steward looks, people act on labels, Steward looks again; the last plan, and what it was made from. */
function lookAfter(acts: readonly Act[], planning: Planning = {}, begin: Seen = { snapshot: aProposalSnapshot(), ledger: [] }) {
  const first = planFor({ constitution, ...planning, ...begin });
  const ledger = recorded(begin.ledger, first);
  const touched = acts.reduce(
    (snapshot, [action, label, actor]) => moveLabel(snapshot, action, label, actor),
    applyEffects(begin.snapshot, first.effects),
  );
  const plan = planFor({ constitution, ...planning, snapshot: touched, ledger });
  const settled: Seen = { snapshot: applyEffects(touched, plan.effects), ledger: recorded(ledger, plan) };
  return { plan, settled, labels: settled.snapshot.pullRequest.labels.toSorted() };
}

/** The labels when everything has come to rest; it has to. */
function atRest({ settled }: ReturnType<typeof lookAfter>, planning: Planning = {}) {
  const again = planFor({ constitution, ...planning, ...settled });
  expect(again.effects).toEqual([]);
  expect(again.events).toEqual([]);
  return settled.snapshot.pullRequest.labels.toSorted();
}

const own = ["SEP", "change: additive", "domain: forecasts", "proposal", "route: forecasts-wg"];
const without = (label: string) => own.filter((each) => each !== label);

describe("a domain label that a person put on", () => {
  const settled = lookAfter([["labeled", "domain: readings", lead]]);

  it("is kept, and shown as theirs", () => {
    expect(settled.labels).toContain("domain: readings");
    expect(settled.plan.view.comment).toContain("| Domain | `readings` (set by `noor`)");
  });

  it("decides the domain; what the machine saw stays beside it, touched", () => {
    expect(settled.plan.view.classification?.domains.map(({ id, primary, touched }) => [id, primary, touched])).toEqual([
      ["readings", true, false],
      ["forecasts", false, true],
    ]);
    expect(settled.labels).toEqual(["SEP", "change: additive", "domain: forecasts", "domain: readings", "proposal", "route: core"]);
  });

  it("is recorded once, with who did it and when", () => {
    expect(settled.plan.events[0]).toMatchObject({
      fact: { type: "domain-set-by-hand", domain: "readings", action: "set", login: "noor", actorId: 1006 },
    });
    expect(atRest(settled)).toEqual(settled.labels);
  });

  it("still decides when GitHub no longer tells of it: the ledger remembers", () => {
    const forgetful = { ...settled.settled.snapshot, pullRequest: { ...settled.settled.snapshot.pullRequest, labelEvents: [] } };
    const plan = planFor({ constitution, snapshot: forgetful, ledger: settled.settled.ledger });

    expect(plan.view.classification?.domains[0]).toMatchObject({ id: "readings", primary: true });
    expect(plan.effects.filter(({ kind }) => kind === "remove-label")).toEqual([]);
  });

  it("settles what was in doubt", () => {
    const planning = { classifier: aClassifier("forecasts", { confident: false, doubts: ["Little speaks for any."] }) };

    expect(planFor({ constitution, ...planning }).view.route?.kind).toBe("core");
    expect(
      lookAfter(
        [
          ["unlabeled", "domain: forecasts", lead],
          ["labeled", "domain: forecasts", lead],
        ],
        planning,
      ).plan.view.route?.kind,
    ).toBe("group");
  });

  it("gives way to a later one; the earlier stays, touched", () => {
    const both = lookAfter([
      ["labeled", "domain: readings", lead],
      ["labeled", "domain: governance", lead],
    ]);

    expect(both.plan.view.classification?.domains.find(({ primary }) => primary)?.id).toBe("governance");
    expect(both.labels).toEqual(expect.arrayContaining(["domain: readings", "domain: governance"]));
    atRest(both);
  });

  it("is kept though the constitution does not know such a domain", () => {
    const unknown = lookAfter([["labeled", "domain: tea", lead]]);

    expect(atRest(unknown)).toContain("domain: tea");
  });
});

describe("a domain label that a person took off", () => {
  it("stays off, and the domain is in doubt when none was put in its place", () => {
    const removed = lookAfter([["unlabeled", "domain: forecasts", lead]]);

    expect(removed.plan.view.classification?.confident).toBe(false);
    expect(removed.plan.view.comment).toContain("`noor` took the label of `forecasts` off");
    expect(atRest(removed)).toEqual(without("domain: forecasts").map((label) => (label === "route: forecasts-wg" ? "route: core" : label)));
  });

  it("no longer counts as touched", () => {
    const planning = { classifier: aClassifier("forecasts", { touched: ["readings"] }) };
    const removed = lookAfter([["unlabeled", "domain: readings", lead]], planning);

    expect(planFor({ constitution, ...planning }).view.route?.kind).toBe("core");
    expect(removed.plan.view.route?.kind).toBe("group");
    expect(atRest(removed, planning)).toEqual(own);
  });
});

describe("a class label that a person put on", () => {
  it("decides the class, and takes the machine's place", () => {
    const settled = lookAfter([["labeled", "change: breaking", lead]]);

    expect(settled.plan.view.change?.class).toBe("breaking");
    expect(settled.plan.view.comment).toContain("| Change | breaking (set by `noor`) |");
    expect(atRest(settled)).toEqual(["SEP", "change: breaking", "domain: forecasts", "proposal", "route: core"]);
  });

  it("stays off when a person took the machine's off, and the comment says so", () => {
    const removed = lookAfter([["unlabeled", "change: additive", lead]]);

    expect(atRest(removed)).toEqual(without("change: additive"));
    expect(removed.plan.view.comment).toContain("`change: additive` was taken off by `noor` and stays off");
  });
});

describe("labels by the proposal's own people only widen the concern", () => {
  it("another domain is added, and never takes the place of what the text shows", () => {
    const unowned = { classifier: aClassifier("readings") };
    const friendly = lookAfter([["labeled", "domain: forecasts", author]], unowned);

    expect(friendly.plan.view.classification?.domains[0]).toMatchObject({ id: "readings", primary: true });
    expect(friendly.plan.view.route?.kind).toBe("core");
    expect(friendly.plan.view.comment).toContain("`domain: forecasts` was set by `mira`, an author");
    expect(atRest(friendly, unowned)).toContain("domain: forecasts");
  });

  it("taking the label of a touched domain off changes no route", () => {
    const planning = { classifier: aClassifier("forecasts", { touched: ["readings"] }) };

    expect(lookAfter([["unlabeled", "domain: readings", author]], planning).plan.view.route?.kind).toBe("core");
  });

  it("a milder class stays in sight and does not count", () => {
    const breaking = constitution.edit("groups/forecasts-wg.yml", "changes: [additive, clarification]", "changes: [clarification]");
    const friendly = lookAfter([["labeled", "change: clarification", author]], { constitution: breaking });

    expect(friendly.plan.view.change?.class).toBe("additive");
    expect(friendly.plan.view.route?.kind).toBe("core");
    expect(atRest(friendly, { constitution: breaking })).toEqual(expect.arrayContaining(["change: additive", "change: clarification"]));
  });

  it("a graver class counts", () => {
    const honest = lookAfter([["labeled", "change: breaking", author]]);

    expect(honest.plan.view.change?.class).toBe("breaking");
    expect(honest.plan.view.route?.kind).toBe("core");
    atRest(honest);
  });
});

describe("labels by others than people", () => {
  it("a bot's domain is no choice: it is taken off again", () => {
    expect(atRest(lookAfter([["labeled", "domain: readings", bot]]))).toEqual(own);
    expect(atRest(lookAfter([["unlabeled", "domain: forecasts", bot]]))).toEqual(own);
  });
});

describe("displays that follow from the rules", () => {
  it.each([
    ["route: core", "labeled"],
    ["route: forecasts-wg", "unlabeled"],
    ["SEP", "unlabeled"],
    ["proposal", "unlabeled"],
  ] as const)("%s %s by a person is put right once, and left alone after that", (label, action) => {
    const once = lookAfter([[action, label, lead]]);
    const twice = lookAfter([[action, label, lead]], {}, once.settled);

    expect(atRest(once)).toEqual(own);
    expect(atRest(twice)).toEqual(action === "labeled" ? [...own, label].toSorted() : without(label));
  });

  it("a state label put on by hand decides nothing: it is taken off once, and then left alone and said to change nothing", () => {
    const once = lookAfter([["labeled", "accepted", lead]]);
    const twice = lookAfter([["labeled", "accepted", lead]], {}, once.settled);

    expect(atRest(once)).toEqual(own);
    expect(twice.plan.view.comment).toContain("`accepted` stands beside the recorded state and changes nothing");
  });

  it("a state label that went as the ledger moved on was put right by nobody: it is taken off when a person puts it on", () => {
    const moved = lookAfter([
      ["labeled", "draft", bot],
      ["unlabeled", "draft", bot],
      ["labeled", "draft", author],
    ]);

    expect(atRest(moved)).toEqual(own);
    expect(lookAfter([["labeled", "draft", author]], {}, moved.settled).labels).toContain("draft");
  });

  it("a state that somebody else set before Steward came is not joined by another", () => {
    const snapshot = aProposalSnapshot({ pullRequest: { labels: ["draft"] } });

    expect(lookAfter([], {}, { snapshot, ledger: [] }).labels).not.toContain("proposal");
  });

  it("labels that are nobody's business here are never touched", () => {
    const snapshot = aProposalSnapshot({ pullRequest: { labels: ["bug", "do-not-merge/hold", "domainless"] } });

    expect(lookAfter([], {}, { snapshot, ledger: [] }).labels).toEqual([...own, "bug", "do-not-merge/hold", "domainless"].toSorted());
  });
});

it("labels longer than GitHub allows are cut, and still come to rest", () => {
  const id = "forecasts-of-very-long-names-and-other-matters-working-group";
  const long: Constitution = constitution
    .without("groups/forecasts-wg.yml")
    .with(`groups/${id}.yml`, constitution.text("groups/forecasts-wg.yml").replace("id: forecasts-wg", `id: ${id}`));
  const settled = lookAfter([], { constitution: long });

  expect(Math.max(...settled.labels.map((label) => label.length))).toBeLessThanOrEqual(50);
  atRest(settled, { constitution: long });
});
