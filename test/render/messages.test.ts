import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { CheckReport } from "../../src/domain/check-report.ts";
import type { FileProblem } from "../../src/domain/problem.ts";
import { isStatusComment } from "../../src/domain/status-marker.ts";
import {
  renderBrokenRulesCheck,
  renderGovernanceCheck,
  renderGroupCheck,
  renderPassingCheck,
  renderPassingGroupCheck,
  renderProposalCheck,
  renderStatus,
  renderUnknownCheck,
  renderUnknownGroupCheck,
  type StatusData,
} from "../../src/render/index.ts";
import { findIn } from "../support/rendered.ts";
import { golden, goldenFolder } from "./golden.ts";
import { aProblem, common, places } from "./message-data.ts";
import { messages } from "./messages.ts";

const { headSha } = places;
const inRules: readonly FileProblem[] = [
  { ...aProblem(37, "error", "`events` has two owners"), file: "governance/groups/events-wg.yml" },
  { ...aProblem(5, "warning", "a term ends soon"), file: "governance/groups/apps-wg.yml" },
];

const checks: Readonly<Record<string, CheckReport>> = {
  ...Object.fromEntries(Object.entries(messages).map(([name, data]) => [name, renderProposalCheck(data, headSha)])),
  "with-rules-that-have-errors": renderProposalCheck(messages["group-decides"] ?? fail(), headSha, inRules),
  "not-a-proposal": renderPassingCheck({ headSha, mode: "enforce" }, "seps/"),
  "not-a-proposal-advice": renderPassingCheck({ headSha, mode: "advise" }, "seps/"),
  "rules-with-errors": renderGovernanceCheck({ headSha, mode: "enforce" }, inRules),
  "rules-without-problems": renderGovernanceCheck({ headSha, mode: "enforce" }, []),
  "too-many-files": renderUnknownCheck({ headSha, mode: "enforce" }),
  "merge-group-without-proposal": renderPassingGroupCheck({ headSha, mode: "enforce" }),
  "merge-group-not-known": renderUnknownGroupCheck({ headSha, mode: "enforce" }),
  "merge-group-open": renderGroupCheck({ headSha, mode: "enforce" }, [], []),
  "merge-group-waits": renderGroupCheck({ headSha, mode: "enforce" }, [{ pullRequest: 12, why: "Final · on hold by `*noor*`" }], []),
  "merge-group-waits-for-many": renderGroupCheck(
    { headSha, mode: "enforce" },
    Array.from({ length: 40 }, (_, index) => ({ pullRequest: 12 + index, why: "In review" })),
    [],
  ),
  "merge-group-breaks-the-rules": renderGroupCheck({ headSha, mode: "enforce" }, [], inRules),
  "rules-that-cannot-be-applied": renderBrokenRulesCheck(headSha, inRules),
};

function fail(): never {
  throw new Error("The message is gone");
}

/** A check as text: what stands in its list, then what opens. */
function showCheck({ conclusion, title, summary, annotations }: CheckReport): string {
  const notes = annotations.map(
    ({ path, startLine, level, title: code, message }) =>
      `${level} ${JSON.stringify(path)}:${startLine} ${code}\n  ${message.replaceAll("\n", "\n  ")}`,
  );
  return `${conclusion}: ${title}\n\n${summary}\n${notes.length === 0 ? "" : `\n--- line notes ---\n${notes.join("\n")}\n`}`;
}

/** The author, the sponsor, an asked group's lead, and the handler of an escalation: one of them, when it is their turn. */
function mayBeCalled(data: StatusData): readonly string[] {
  const author = data.author.callable ? [data.author.login] : [];
  if (data.kind !== "proposal") return author;
  const { sponsor, escalations, group } = data.record;
  return [
    ...author,
    ...[sponsor?.login, ...escalations.map(({ handler }) => handler)].flatMap((login) => login ?? []),
    ...(group.asked.length > 0 ? ["Juno"] : []),
  ];
}

describe("the status comment", () => {
  it.each(Object.entries(messages))("%s reads as it was reviewed", (name, data) => {
    const rendered = renderStatus(data);

    expect(`${rendered}\n`).toBe(golden(`status/${name}.md`, `${rendered}\n`));
  });

  it.each(Object.entries(messages))("%s can be found again, and fits into GitHub's limit", (_, data) => {
    const rendered = renderStatus(data);

    expect(isStatusComment(rendered)).toBe(true);
    expect(rendered.match(/<!--/g)).toHaveLength(1);
    expect(rendered.length).toBeLessThanOrEqual(65_536);
  });

  it.each(Object.entries(messages))(
    "%s calls nobody but whose turn it is, and links nowhere but to the repository and the record",
    (_, data) => {
      const { mentions, links, images, html } = findIn(renderStatus(data));

      expect(mentions.filter((login) => !mayBeCalled(data).includes(login))).toEqual([]);
      expect(mentions.length).toBeLessThanOrEqual(1);
      expect(links.filter((url) => !url.startsWith(`${places.repository}/`) && !url.startsWith(places.record ?? "none"))).toEqual([]);
      expect(images).toEqual([]);
      expect(
        html.every((tag) =>
          /^(?:<\/?(?:details|summary|sub)>|<details><summary>[\w\s]+<\/summary>|<!-- steward:status v2 \w+ \w+ -->)$/.test(tag),
        ),
      ).toBe(true);
    },
  );
});

describe("the check", () => {
  it.each(Object.entries(checks))("%s reads as it was reviewed", (name, report) => {
    const shown = showCheck(report);

    expect(shown).toBe(golden(`check/${name}.md`, shown));
  });

  it.each(Object.entries(checks))("%s fits into GitHub's limits, and calls nobody", (_, report) => {
    const { mentions, links, images } = findIn(report.summary);

    expect(report.summary.length).toBeLessThanOrEqual(65_535);
    expect(report.title.length).toBeLessThanOrEqual(200);
    expect(report.annotations.length).toBeLessThanOrEqual(50);
    expect(mentions).toEqual([]);
    expect(links.filter((url) => !url.startsWith(`${common.places.repository}/`))).toEqual([]);
    expect(images).toEqual([]);
  });

  it("has another digest whenever anything in it differs", () => {
    const digests = Object.values(checks).map(({ digest }) => digest);

    expect(new Set(digests).size).toBe(new Set(Object.values(checks).map(({ digest: _, ...shown }) => JSON.stringify(shown))).size);
  });
});

it("every reviewed file belongs to a message", () => {
  const files = ["status", "check"].flatMap((folder) => readdirSync(join(goldenFolder, folder)).map((file) => `${folder}/${file}`));
  const known = [...Object.keys(messages).map((name) => `status/${name}.md`), ...Object.keys(checks).map((name) => `check/${name}.md`)];

  expect(files.toSorted()).toEqual(known.toSorted());
});
