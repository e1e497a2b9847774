import { z } from "zod";
import type { FolderEntry } from "../../../domain/snapshot.ts";

/** A file's content; GitHub cuts long texts and says so. */
export const BlobAnswer = z.object({
  __typename: z.literal("Blob"),
  oid: z.string(),
  byteSize: z.number().int(),
  isBinary: z.boolean().nullable(),
  isTruncated: z.boolean(),
  text: z.string().nullable(),
});
export type BlobAnswer = z.infer<typeof BlobAnswer>;

/** What stands at a path of a commit; null when nothing does. A symlink is a blob too: its text is where it points. */
export const ObjectAnswer = z
  .discriminatedUnion("__typename", [BlobAnswer, z.object({ __typename: z.enum(["Tree", "Commit", "Tag"]), oid: z.string() })])
  .nullable();
export type ObjectAnswer = z.infer<typeof ObjectAnswer>;

const entryKinds: ReadonlyMap<number, FolderEntry["kind"]> = new Map([
  [0o100644, "file"],
  [0o100664, "file"],
  [0o100755, "executable"],
  [0o160000, "submodule"],
  [0o040000, "folder"],
]);

/** From Git's file mode; what is none of the known kinds is treated as a symlink: present, and never read. */
export function toEntryKind(mode: number): FolderEntry["kind"] {
  return entryKinds.get(mode) ?? "symlink";
}

/** Null where the commit has nothing at the folder's path; empty where it is no folder. */
export const FolderAnswer = z
  .discriminatedUnion("__typename", [
    z.object({ __typename: z.literal("Tree"), entries: z.array(z.object({ name: z.string(), mode: z.number().int() })) }),
    z.object({ __typename: z.enum(["Blob", "Commit", "Tag"]) }),
  ])
  .nullable()
  .transform((folder): FolderEntry[] | null => {
    if (folder === null) return null;
    return folder.__typename === "Tree" ? folder.entries.map(({ name, mode }) => ({ name, kind: toEntryKind(mode) })) : [];
  });
