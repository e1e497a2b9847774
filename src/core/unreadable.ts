import type { Problem } from "../domain/problem.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import { assertNever } from "../kernel/assert-never.ts";
import type { Subject } from "./subject.ts";

/** Why a proposal's file cannot be read at all; null when its text is there. */
export function findUnreadable(
  { file, pair }: Extract<Subject, { kind: "proposal" }>,
  { folder }: Snapshot,
  governance: Governance,
): Problem | null {
  const name = file.slice(governance.project.proposals.folder.length);
  const entry = folder.find((each) => each.name === name);
  if (!/\.md$/i.test(file)) {
    return unreadable("file-extension", `\`${name}\` does not end in \`.md\``, "name the file `{number}-{slug}.md`.");
  }
  if (entry && entry.kind !== "file" && entry.kind !== "executable") {
    return unreadable("file-not-regular", `\`${name}\` is a ${entry.kind}, not a file`, "replace it with a regular Markdown file.");
  }
  if (!pair)
    return unreadable("file-not-read", `\`${name}\` was not read`, "split the pull request: it changes more files than can be read.");
  switch (pair.head.unread) {
    case null:
      return null;
    case "absent":
      return movedOut(file, governance);
    case "not-regular":
      return unreadable("file-not-regular", `\`${name}\` is not a regular file`, "replace it with a regular Markdown file.");
    case "binary":
      return unreadable("file-binary", `\`${name}\` is not text in UTF-8`, "save it as text in UTF-8.");
    case "too-large":
      return unreadable(
        "file-too-large",
        `\`${name}\` has ${pair.head.bytes} bytes, more than is read`,
        "shorten it, or move data and images into files of their own.",
      );
    default:
      return assertNever(pair.head.unread);
  }
}

/** The file is not where proposals are. */
export function movedOut(file: string, { project }: Governance): Problem {
  const { folder } = project.proposals;
  return unreadable(
    "file-moved-out",
    `\`${file}\` is not in \`${folder}\` any more`,
    `put the file back into \`${folder}\`, or close the pull request.`,
  );
}

function unreadable(code: string, message: string, fix: string): Problem {
  return { severity: "error", code, message, fix, line: 1, column: 1 };
}
