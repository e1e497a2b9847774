import { z } from "zod";
import type { FileAtCommit } from "../../domain/snapshot.ts";
import type { BlobAnswer, ObjectAnswer } from "./answers/blob.ts";
import { type RepositoryContext, repositoryRoute } from "./repository-context.ts";

/** A file as data, with the reason where its text cannot be used. Asks REST only for what GraphQL has cut. */
export async function readBlob(context: RepositoryContext, path: string, found: ObjectAnswer, maximumBytes: number): Promise<FileAtCommit> {
  if (found === null) return { path, text: null, bytes: 0, unread: "absent" };
  if (found.__typename !== "Blob") return { path, text: null, bytes: 0, unread: "not-regular" };
  const bytes = found.byteSize;
  if (bytes > maximumBytes) return { path, text: null, bytes, unread: "too-large" };
  const text = found.isTruncated ? await readWholeText(context, found.oid) : textOf(found);
  return text === null ? { path, text: null, bytes, unread: "binary" } : { path, text, bytes, unread: null };
}

/** Null where the bytes are no text. */
export function textOf(blob: BlobAnswer): string | null {
  return blob.isBinary === true ? null : blob.text;
}

const GitBlobAnswer = z.object({ encoding: z.enum(["base64", "utf-8"]), content: z.string() });

export async function readWholeText(context: RepositoryContext, oid: string): Promise<string | null> {
  const blob = await context.client.call(GitBlobAnswer, `blob ${oid}`, (request) =>
    request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { ...repositoryRoute(context), file_sha: oid }),
  );
  if (blob.encoding === "utf-8") return blob.content;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(blob.content, "base64"));
  } catch {
    return null;
  }
}
