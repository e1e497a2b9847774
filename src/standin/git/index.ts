export { isBinary } from "./binary.ts";
export { compareTrees, type FileChange } from "./compare.ts";
export { findMergeBase, isAncestor, listCommits } from "./history.ts";
export { mergeCommits, mergeTrees } from "./merge.ts";
export { type Commit, emptyTree, type Mode, ObjectStore, type Signature, type TreeEntry } from "./object-store.ts";
export { patchOf } from "./patch.ts";
export { changeTree, findEntry, type PathChange, walkTree } from "./tree.ts";
