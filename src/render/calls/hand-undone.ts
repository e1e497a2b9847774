import { code, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import { callComment } from "./call-comment.ts";

export interface HandUndone {
  /** The act: `label/<node id>` or `assignment/<node id>`. */
  readonly key: string;
  readonly login: string;
  readonly what: "label" | "assignment";
  readonly action: "added" | "removed";
  /** Of the label, or the login that was assigned. */
  readonly name: string;
  /** The rule, as a sentence; Markdown prose with inline code. */
  readonly why: string;
  /** `/ready`; null where no command does it. */
  readonly command: string | null;
}

/** A change made by hand was put back, once (B1, B2): the reply names the command that does what was meant. */
export function renderHandUndone({ key, login, what, action, name, why, command }: HandUndone): string {
  const done = action === "added" ? "taken off again" : "put back";
  const way: Markdown = command === null ? nothing : md`The command for it is ${code(command, 80)}.`;
  return callComment(key, [join([md`${code(login, 40)}, the ${what} ${code(name)} was ${done}. ${phrase(why, 400)}`, way], " ")]);
}
