import { hiddenCharacters } from "./hidden-characters.ts";

describe("hiddenCharacters", () => {
  it.each([
    ["zero-width space", "a\u200bb", "U+200B"],
    ["right-to-left override", "a\u202eb", "U+202E"],
    ["isolate", "a\u2066b", "U+2066"],
    ["soft hyphen", "a\u00adb", "U+00AD"],
    ["escape", "a\u001bb", "U+001B"],
    ["bytes that were no UTF-8", "a\ufffdb", "U+FFFD"],
  ])("finds a %s", (_, text, name) => {
    expect(hiddenCharacters(text)).toEqual([{ offset: 1, name }]);
  });

  it.each([
    ["line ends and tabs", "a\tb\r\nc\n"],
    ["accents and other scripts", "Gökhan, 雨, עברית"],
    ["emoji joined from several", "👩‍💻"],
    ["words that join their letters", "می‌خواهم"],
  ])("leaves %s alone", (_, text) => {
    expect(hiddenCharacters(text)).toEqual([]);
  });
});
