/** Letters of other alphabets that look like Latin capitals, one by one. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["A", "ΑАᎪꓮ"],
    ["C", "СᏟꓚϹ"],
    ["D", "Ꭰꓓ"],
    ["E", "ΕЕᎬꓰ"],
    ["H", "ΗНᎻꓧ"],
    ["I", "ΙІᏆꓲӀ"],
    ["L", "ᏞꓡԼ"],
    ["M", "ΜМᎷꓟϺ"],
    ["N", "Νꓠ"],
    ["O", "ΟОՕꓳ"],
    ["P", "ΡРᏢꓑ"],
    ["Q", "Ԛ"],
    ["R", "ᏒꓣᎡ"],
    ["S", "ЅᏚꓢՏ"],
    ["T", "ΤТᎢꓔ"],
    ["U", "Սꓴ"],
    ["Y", "ΥУҮᎩꓬ"],
  ].flatMap(([latin = "", others = ""]) => [...others].map((other) => [other, latin])),
);

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}\p{Me}]/gu;
/** A word in capitals of alphabets that look like Latin, in small capitals, or in boxed letters; `foldLookalikes` knows most. */
const foreignWord =
  /(?<!\p{L})(?=[\p{Lu}\p{Lo}]*[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Deseret}\p{Script=Georgian}])[\p{Lu}\p{Lo}]{3,}(?!\p{L})|[\u1d00-\u1d22ꜱʀɪʏʟɴʜɢʙ\u{1f150}-\u{1f1ff}]{3,}/u;
const plain = /^[ -~\n\t]*$/;

/** What a text looks like: only to find words by, never to compare texts by. */
export function foldLookalikes(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(unseen, "")
    .replace(/[^ -~]/g, (letter) => lookalikes[letter] ?? letter);
}

/** True where a word stands that a reader could take for one in Latin capitals. */
export function hasForeignCapitals(text: string): boolean {
  return !plain.test(text) && foreignWord.test(text.normalize("NFKD").replace(unseen, ""));
}
