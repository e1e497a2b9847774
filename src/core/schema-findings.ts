import type { FileAtCommit, FilePair, Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { SchemaFinding } from "../routing/change/index.ts";
import { diffSchemas } from "../schema-diff/index.ts";

/** What the pull request changes in the schema files that the constitution names; null when it leaves them alone. */
export function readSchemaFindings(
  { texts, pullRequest }: Pick<Snapshot, "texts" | "pullRequest">,
  { project }: Governance,
): readonly SchemaFinding[] | null {
  const { schema } = project.specification;
  const touched = schema.filter((path) => pullRequest.files.some((file) => file.path === path || file.previousPath === path));
  if (touched.length === 0) return null;
  return touched.flatMap((path) => {
    const pair = texts.find((each) => each.path === path);
    return pair ? compare(pair) : [unreadable(path, "the file was moved or not read")];
  });
}

/** A schema that cannot be compared may hold anything: it counts as one that breaks. */
function compare({ path, base, head }: FilePair): readonly SchemaFinding[] {
  if (isUnread(base) || isUnread(head)) return [unreadable(path, "the file was not read")];
  const { verdict, findings, reason } = diffSchemas({ path, base: base.text, head: head.text });
  if (verdict === "unreadable") return [unreadable(path, reason ?? "the file cannot be read")];
  return findings.map((finding) => ({ path, ...finding }));
}

const isUnread = ({ unread }: FileAtCommit) => unread !== null && unread !== "absent";
const unreadable = (path: string, reason: string): SchemaFinding => ({ path, name: reason, kind: "unreadable", breaking: true });
