import { describe, expect, test } from "@jest/globals";
import { htmlAnchors, visibleHtml } from "./visible-html.ts";

describe("what is seen of HTML", () => {
  test.each([
    ["words without tags", "a b", "a b"],
    ["words between tags", "<div class='x'>a <b>c</b></div>", "a c"],
    ["no comment", "a<!-- b > c -->d", "ad"],
    ["nothing behind a comment that never ends", "a<!-- b > c", "a"],
    ["no script, whatever its case", "a<script>b < c</script>d<STYLE>e</STYLE>f", "adf"],
    ["nothing behind a script that never ends", "a<script>b", "a"],
    ["nothing behind a tag that never ends", "a<b c", "a"],
    ["a sign that begins no tag", "a < b and c <3 d<", "a < b and c <3 d<"],
    ["the line ends inside of markup", "a<b\nc>d<!--\n\n-->e", "a\nd\n\ne"],
  ])("%s", (_, html, seen) => {
    expect(visibleHtml(html)).toBe(seen);
  });

  test("ids and names are anchors, quoted or not", () => {
    expect(htmlAnchors(`<a id="one"></a><a name='two'/><p id=three class="id">`)).toEqual(["one", "two", "three"]);
  });
});
