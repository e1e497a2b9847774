import type { StatusData } from "../../src/render/index.ts";
import { aClassification } from "../support/classification.ts";
import { hostilePieces } from "../support/hostile-text.ts";
import { aProblem, aProposal, aRoute, common, notAdopted, places, withFrontDoor, withRecord } from "./message-data.ts";
import { stageMessages } from "./stage-messages.ts";

const doubtful = aClassification("forecasts", {
  confident: false,
  doubts: ["Two domains score alike: `forecasts` and `readings`."],
});
const touching = aClassification("forecasts", { touched: ["readings", "governance"] });
const unowned = aClassification("readings");
const problems = [
  aProblem(61, "error", "Security Implications is empty"),
  aProblem(4, "warning", "no sponsor is named yet"),
  aProblem(9, "error", "`Created` is not a date: `yesterday`"),
];
const hostile = hostilePieces.join(" ");

/** Every message that people read on a proposal, by name. Each has its file beside this one. */
export const messages: Readonly<Record<string, StatusData>> = {
  ...stageMessages,
  "group-decides": aProposal(),
  "group-decides-proposed": aProposal({ governance: notAdopted, route: aRoute({ governance: notAdopted, proposedDelegations: "act" }) }),
  "group-recommends": aProposal({ governance: notAdopted, route: aRoute({ governance: notAdopted }) }),
  "reserved-matter": aProposal({
    change: {
      class: "breaking",
      evidence: [{ kind: "schema", text: "`schema.json`: field removed `Forecast.at`, which breaks", weight: 1, line: null }],
    },
    route: aRoute({ change: "breaking" }),
  }),
  "unclear-change": aProposal({ change: { class: "unclear", evidence: [] }, route: aRoute({ change: "unclear" }) }),
  "nobody-owns-it": aProposal({ classification: unowned, route: aRoute({ classification: unowned }) }),
  "several-owners": aProposal({ classification: touching, route: aRoute({ classification: touching }) }),
  "decided-jointly": aProposal({
    classification: touching,
    route: { ...aRoute(), jointWith: ["readings-ig"], oversight: { kind: "approval", by: "core-maintainers", within: null } },
  }),
  "names-that-the-rules-lost": aProposal({
    missing: ["group"],
    route: { ...aRoute({ change: "breaking" }), group: "gone-wg", authority: "gone-authority", procedure: "gone-procedure" },
  }),
  "best-guess": aProposal({ classification: doubtful, route: aRoute({ classification: doubtful }) }),
  "no-domain": aProposal({
    classification: { domains: [], confident: false, doubts: [] },
    route: aRoute({ classification: { domains: [], confident: false, doubts: [] } }),
  }),
  "waiting-for-a-group": aProposal({ governance: withFrontDoor, missing: ["group", "sponsor"] }),
  "waiting-for-a-group-nobody-near": aProposal({
    governance: withFrontDoor,
    missing: ["group", "sponsor"],
    classification: aClassification("governance"),
    route: aRoute({ classification: aClassification("governance") }),
  }),
  "waiting-for-a-group-advisers-near": aProposal({
    governance: withFrontDoor,
    missing: ["group"],
    classification: unowned,
    route: aRoute({ classification: unowned }),
    sponsor: "tomas",
  }),
  "waiting-for-its-sponsor": aProposal({ missing: [], sponsor: "tomas" }),
  "file-with-problems": aProposal({ problems }),
  "file-with-many-problems": aProposal({
    problems: Array.from({ length: 12_345 }, (_, at) => aProblem(at + 1, "error", `line ${at + 1} is wrong`)),
  }),
  "settled-by-people": aProposal({
    domainBy: { label: "domain: forecasts", login: "noor" },
    changeBy: { label: "change: additive", login: "ravi" },
    ownLabels: [{ label: "change: clarification", login: "mira" }],
    takenOff: [{ label: "domain: forecasts", login: "zoe" }],
    strayStates: ["accepted"],
  }),
  "opened-by-a-bot": aProposal({ author: { login: "release[bot]", callable: false } }),
  advice: aProposal({ mode: "advise" }),
  "rules-from-a-folder": aProposal({ places: { ...places, rulesCommit: null, record: null } }),
  "several-proposals": { ...common, kind: "several-proposals", files: ["seps/0000-one.md", "seps/0000-two.md"] },
  "final-proposals-change": {
    ...common,
    governance: withRecord,
    kind: "record-change",
    files: ["seps/7-first.md", "seps/8-second.md"],
    final: 2,
    route: aRoute({
      governance: withRecord,
      editsFinal: true,
      type: null,
      change: "clarification",
      classification: { domains: [], confident: false, doubts: [] },
    }),
  },
  "unreadable-file": {
    ...common,
    kind: "unreadable",
    state: "proposal",
    file: "seps/12-x.md",
    problem: {
      line: 1,
      column: 1,
      severity: "error",
      code: "file-not-regular",
      message: "`12-x.md` is a symlink, not a file",
      fix: "replace it with a regular Markdown file.",
    },
  },
  hostile: aProposal({
    file: `seps/12-${hostile}.md`,
    classification: { ...aClassification(hostile), confident: false, doubts: [hostile] },
    change: { class: "additive", evidence: [{ kind: "term", text: hostile, weight: 1, line: 3 }] },
    problems: [aProblem(1, "error", hostile)],
    sponsor: hostile,
    missing: [],
    domainBy: { label: hostile, login: hostile },
    ownLabels: [{ label: hostile, login: hostile }],
    takenOff: [{ label: hostile, login: hostile }],
    strayStates: [hostile],
  }),
};
