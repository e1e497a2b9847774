export { bulleted, details, fitBlocks, numbered, table } from "./blocks.ts";
export { cleanText, cutText } from "./clean-text.ts";
export { code } from "./code.ts";
export { diffBlock } from "./diff-block.ts";
export { encodeSegment, link } from "./link.ts";
export { join, type Markdown, md, nothing } from "./markdown.ts";
export { mention } from "./mention.ts";
export { phrase } from "./phrase.ts";
export { toPlain } from "./to-plain.ts";
