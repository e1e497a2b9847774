export { renderRecordFold } from "./record-fold.ts";
