import fc from "fast-check";
import { hostileText } from "../../test/support/hostile-text.ts";
import { findReplyMarker, replyMarkerFor } from "./reply-marker.ts";
import { isStatusComment, readStatusMarker, statusMarkerFor } from "./status-marker.ts";

const headSha = "a".repeat(40);
const digest = "9f".repeat(32);

describe("the marker of the status comment", () => {
  it.each([digest, null])("gives back the text that was shown: %s", (shown) => {
    const body = `Proposal\n\n${statusMarkerFor({ digest: shown, headSha })}\n`;

    expect(readStatusMarker(body)).toEqual({ digest: shown, headSha });
    expect(isStatusComment(body)).toBe(true);
  });

  it("names the comments of every version", () => {
    expect(isStatusComment("Proposal\n\n<!-- steward:status v1 -->")).toBe(true);
    expect(readStatusMarker("Proposal\n\n<!-- steward:status v1 -->")).toBeNull();
    expect(isStatusComment("Proposal\n\n<!-- steward:status v3 none x y -->")).toBe(true);
  });

  it("counts at the end alone", () => {
    const body = `${statusMarkerFor({ digest, headSha })} and more`;

    expect(isStatusComment(body)).toBe(false);
    expect(readStatusMarker(body)).toBeNull();
  });

  it("takes nothing but a digest and a commit", () => {
    expect(() => statusMarkerFor({ digest: "-->", headSha })).toThrow("Not a digest");
    expect(() => statusMarkerFor({ digest, headSha: "x -->" })).toThrow("Not a digest");
  });
});

describe("the marker of a reply", () => {
  it.each(["comment/17", "review/9", "label/LE_lADO--x=", "assignment/AE_1"])("gives back what it answers: %s", (source) => {
    expect(findReplyMarker(`\`juno\`, done.\n\n${replyMarkerFor(source)}\n`)).toBe(source);
  });

  it("survives any source, and ends nothing early", () => {
    fc.assert(
      fc.property(hostileText, (source) => {
        const marker = replyMarkerFor(source);

        expect(marker.slice(4, -3)).not.toContain("--");
        if (source !== "") expect(findReplyMarker(marker)).toBe(source.toWellFormed());
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("is not found in other comments", () => {
    expect(findReplyMarker("<!-- steward:reply comment/1 v1 --> said somebody")).toBeNull();
    expect(findReplyMarker("<!-- steward:reply comment/%zz v1 -->")).toBeNull();
    expect(findReplyMarker("Proposal\n\n<!-- steward:status v1 -->")).toBeNull();
  });
});
