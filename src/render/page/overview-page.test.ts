import type { ShownView } from "../../domain/plan.ts";
import { instant } from "../../kernel/instant.ts";
import { type OverviewRow, renderOverviewPage } from "./overview-page.ts";

const hostile = `<script>alert(1)</script>"onmouseover="x`;

const view: ShownView = {
  kind: "proposal",
  file: "seps/12-x.md",
  number: 12,
  title: hostile,
  classification: {
    domains: [
      {
        id: "orchards",
        label: "domain: orchards",
        score: 3,
        primary: true,
        touched: true,
        evidence: [{ kind: "term", text: hostile, weight: 3, line: 4 }],
      },
    ],
    confident: false,
    doubts: [hostile],
  },
  change: { class: "additive", evidence: [] },
  route: {
    kind: "core",
    group: "growers-wg",
    authority: "core-maintainers",
    jointWith: [],
    consulted: [],
    procedure: "core-vote",
    oversight: null,
    adopted: false,
    reasons: [{ code: "x", text: hostile, clause: "groups/growers-wg.yml:7" }],
  },
  problems: [{ file: "seps/12-x.md", line: 3, column: 1, severity: "error", code: "x", message: hostile, fix: hostile }],
  labels: [hostile],
  check: { conclusion: "failure", title: hostile },
  url: "https://github.example/o/r/pull/12",
  rules: "3f9c2a1deadbeef",
  mode: "observe",
  comment: hostile,
};
const row: OverviewRow = {
  pullRequest: 12,
  open: true,
  view,
  lastPassAt: instant("2026-11-23T10:00:00Z"),
};
const page = (rows: readonly OverviewRow[]): string => renderOverviewPage({ repository: "o/r", rows, notices: [hostile] });

test("no text of others becomes markup, wherever it is shown", () => {
  const html = page([row]);

  expect(html).not.toContain("<script>");
  expect(html).not.toContain('"onmouseover');
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(9);
});

test("a proposal shows its labels, route, check, problems, reasons with clauses, and comment", () => {
  const html = page([row]);

  for (const part of [
    "#12",
    "orchards (best guess)",
    "on the recommendation of growers-wg",
    "failure",
    "seps/12-x.md:3",
    "groups/growers-wg.yml:7",
    "Status comment",
    "3f9c2a1",
  ]) {
    expect(html).toContain(part);
  }
});

test("pull requests that are no proposals are counted, not listed", () => {
  const html = page([row, { ...row, pullRequest: 13, view: { ...view, kind: "not-a-proposal" } }]);

  expect(html).toContain("1 other pull request:");
  expect(html).not.toContain("#13");
});

test("an empty installation says what would appear", () => {
  expect(page([])).toContain("Nothing has been seen yet");
});
