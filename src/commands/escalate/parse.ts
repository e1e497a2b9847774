import type { EscalationAnswer } from "../../domain/decision.ts";
import { type CommandLine, reasonOf } from "../reading/index.ts";

export type Escalation =
  | { readonly kind: "raise"; readonly reason: string }
  | { readonly kind: "answer"; readonly answer: EscalationAnswer; readonly text: string }
  | { readonly kind: "private"; readonly matter: "security" | "conduct" };

/**
 * `/escalate reason`, `/escalate guidance|return|core text`, `/escalate security|conduct`. What follows a private word is dropped: it
 * must not enter the record (E5).
 */
export function parseEscalate(line: CommandLine): Escalation {
  const said = reasonOf(line).trim();
  const [, first = "", rest = ""] = /^(\S*)\s*([\s\S]*)$/.exec(said) ?? [];
  const word = first.toLowerCase().replace(/[.:,!]+$/, "");
  switch (word) {
    case "security":
    case "conduct":
      return { kind: "private", matter: word };
    case "guidance":
    case "return":
    case "core":
      return { kind: "answer", answer: word, text: rest.trim() };
    default:
      return { kind: "raise", reason: said };
  }
}
