import type { ProposalDocument } from "../../domain/proposal-document.ts";
import { compareTexts, type NormativeText } from "../../proposals/index.ts";
import type { SchemaFinding } from "./assess-change.ts";
import { namesOfFinding } from "./finding-names.ts";
import { MentionedNames } from "./mentioned-names.ts";

/** A file of the specification, or a type of its schema, and whose it is: domain id to its share. */
export interface OwnedChange {
  readonly kind: "path" | "schema";
  readonly name: string;
  readonly shares: ReadonlyMap<string, number>;
}

export interface LaterChangeInput {
  /** The proposal's file as it was accepted. */
  readonly accepted: { readonly document: ProposalDocument; readonly text: NormativeText };
  /** The same file at the head; null where it is gone. */
  readonly head: NormativeText | null;
  /** What the pull request changes in schema files; null when it leaves them alone. */
  readonly schemaFindings: readonly SchemaFinding[] | null;
  /** Specification and schema files whose text at the head is not that of the accepted commit. */
  readonly changedPaths: readonly string[];
  /** Owners of those files, and of the types that differ in those schemas. What nobody owns is left out. */
  readonly changed: readonly OwnedChange[];
  /** Domains that the acceptance covers: those of its route. */
  readonly acceptedDomains: ReadonlySet<string>;
}

export interface LaterChangeReason {
  readonly code: "text-changed" | "breaking-schema" | "other-domain" | "absent-from-text";
  readonly text: string;
}

export interface LaterChange {
  /** An `unconfirmed` head waits for its authority (X4, X5). */
  readonly kind: "expected" | "unconfirmed";
  /** One for each code at most; empty when expected. */
  readonly reasons: readonly LaterChangeReason[];
}

const clearShare = 0.5;
const shownNames = 5;

/**
 * X4: whether a head after acceptance is what was accepted and what R2.7 asks for. Of a schema file that changed since, all
 * findings count, those of before too: two changes of one field cannot be told apart by their names.
 */
export function classifyLaterChange(input: LaterChangeInput): LaterChange {
  const changedPaths = new Set(input.changedPaths);
  const findings = (input.schemaFindings ?? []).filter(({ path }) => changedPaths.has(path));
  const reasons = [textChanged(input), breakingSchema(findings), otherDomain(input), absentFromText(input, findings)].filter(
    (reason) => reason !== null,
  );
  return { kind: reasons.length > 0 ? "unconfirmed" : "expected", reasons };
}

function textChanged({ accepted, head }: LaterChangeInput): LaterChangeReason | null {
  if (head === null) return { code: "text-changed", text: "the proposal's file is gone" };
  const { kind, passages, more } = compareTexts(accepted.text, head);
  if (kind !== "normative") return null;
  const count = passages.length + more;
  return { code: "text-changed", text: `${count === 1 ? "a passage" : `${count} passages`} of the accepted text changed` };
}

function breakingSchema(findings: readonly SchemaFinding[]): LaterChangeReason | null {
  const unread = findings.filter(({ kind }) => kind === "unreadable").map(({ path, name }) => `\`${path}\` cannot be compared: ${name}`);
  const breaking = findings
    .filter(({ kind, breaking }) => breaking && kind !== "unreadable")
    .map(({ path, name, kind }) => `\`${path}\`: ${kind.replaceAll("-", " ")} \`${name}\``);
  const all = [...unread, ...breaking];
  return all.length === 0 ? null : { code: "breaking-schema", text: `the schema breaks who conforms today: ${listed(all)}` };
}

function otherDomain({ changed, acceptedDomains }: LaterChangeInput): LaterChangeReason | null {
  const others = changed.flatMap(({ kind, name, shares }) =>
    [...shares]
      .filter(([domain, share]) => !acceptedDomains.has(domain) && (kind === "path" || share >= clearShare))
      .map(([domain]) => `\`${name}\` belongs to \`${domain}\``),
  );
  return others.length === 0 ? null : { code: "other-domain", text: `the acceptance does not cover all that changes: ${listed(others)}` };
}

function absentFromText({ accepted }: LaterChangeInput, findings: readonly SchemaFinding[]): LaterChangeReason | null {
  const mentioned = new MentionedNames(accepted.document);
  const absent = findings.flatMap((finding) =>
    namesOfFinding(finding).every((name) => mentioned.has(name)) ? [] : [`\`${finding.name}\``],
  );
  return absent.length === 0 ? null : { code: "absent-from-text", text: `the accepted text does not speak of ${listed(absent)}` };
}

function listed(all: readonly string[]): string {
  const each = [...new Set(all)];
  const shown = each.slice(0, shownNames).join(", ");
  return each.length > shownNames ? `${shown} and ${each.length - shownNames} more` : shown;
}
