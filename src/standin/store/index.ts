export * from "./records.ts";
export { Store } from "./store.ts";
