export { buildSpecificationIndex } from "./build.ts";
export { normalisePagePath, pagesMeantBy } from "./page-path.ts";
export { renderSpecificationIndex } from "./render.ts";
export { emptySpecificationIndex, SpecificationIndex } from "./specification-index.ts";
export { splitWords } from "./words.ts";
