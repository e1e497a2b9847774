import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findReplyMarker } from "../../src/domain/reply-marker.ts";
import { isStatusComment } from "../../src/domain/status-marker.ts";
import { renderReply } from "../../src/render/index.ts";
import { findIn } from "../support/rendered.ts";
import { golden, goldenFolder } from "./golden.ts";
import { places } from "./message-data.ts";
import { replies } from "./replies.ts";

/** Whose turn it is, called once; everybody else is named. */
const calls: Readonly<Record<string, readonly string[]>> = {
  reminder: ["tomas"],
  "reminder-to-voters": ["noor", "ravi"],
  "ask-leads": ["Juno"],
  "ask-core": ["bo-okafor", "cleo"],
  "ask-sponsors": ["Juno", "bo-okafor", "cleo"],
  "status-line": ["tomas"],
  "status-line-hostile": ["tomas"],
};

describe.each(Object.entries(replies))("the reply %s", (name, rendered) => {
  it("reads as it was reviewed", () => {
    expect(`${rendered}\n`).toBe(golden(`reply/${name}.md`, `${rendered}\n`));
  });

  it("is found again, passes for no status comment, and fits into GitHub's limit", () => {
    expect(isStatusComment(rendered)).toBe(false);
    // What stands inside the fence of a suggestion is the file's own line, as it is.
    expect(rendered.replace(/^(`{3,})suggestion\n[\s\S]*\n\1$/m, "").match(/<!--/g)).toHaveLength(1);
    expect(rendered.length).toBeLessThanOrEqual(65_536);
    if (!name.startsWith("status-line")) expect(findReplyMarker(rendered)).not.toBeNull();
  });

  it("calls nobody but whose turn it is, and holds nothing that others made", () => {
    const { mentions, links, images, html, references } = findIn(rendered);

    expect(mentions).toEqual(calls[name] ?? []);
    expect(links.filter((url) => !url.startsWith(`${places.repository}/`) && url !== places.record)).toEqual([]);
    expect(images).toEqual([]);
    expect(html).toHaveLength(1);
    expect(references).toEqual([]);
  });
});

it("a comment with several commands gets one reply that answers each in order", () => {
  const outcome = (text: string) => ({ kind: "done", text }) as const;
  const rendered = renderReply({
    to: "comment/4",
    login: "noor",
    acts: ["lgtm", "recuse", "hold"].map((command) => ({ command, outcome: outcome(`Done ${command}.`), answer: null })),
    places,
  });

  expect(findReplyMarker(rendered)).toBe("comment/4");
  expect([...rendered.matchAll(/^- `\/(\w+)`/gm)].map(([, command]) => command)).toEqual(["lgtm", "recuse", "hold"]);
});

it("every reviewed reply belongs to a message", () => {
  expect(readdirSync(join(goldenFolder, "reply")).toSorted()).toEqual(
    Object.keys(replies)
      .map((name) => `${name}.md`)
      .toSorted(),
  );
});
