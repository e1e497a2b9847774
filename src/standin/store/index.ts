export * from "./accounts.ts";
export * from "./checks.ts";
export * from "./issue.ts";
export * from "./pull.ts";
export * from "./repository.ts";
export { Store } from "./store.ts";
