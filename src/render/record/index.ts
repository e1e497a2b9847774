export { readRecordHash, renderRecordFold } from "./record-fold.ts";
