import type { ChangeAssessment, Classification, Evidence } from "../../domain/classification.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { ChangeClass } from "../../domain/proposal-vocabulary.ts";
import type { Governance } from "../../governance/model.ts";
import { readSentences } from "./sentences.ts";
import { readSigns, type Sign, type SignedClass } from "./signs.ts";

/** One difference between the schema before and after, as a schema comparison reports it. */
export interface SchemaFinding {
  /** File of the schema. */
  readonly path: string;
  /** Type or field that differs. */
  readonly name: string;
  /** `field-removed`, `field-added` and the like. */
  readonly kind: string;
  readonly breaking: boolean;
}

interface ChangeInput {
  /** Null when the pull request changes no schema file. */
  readonly schemaFindings: readonly SchemaFinding[] | null;
  readonly classification: Classification;
  readonly governance: Governance;
  /** Class that a person settled. */
  readonly byHand?: ChangeClass | null;
}

/** From here on the words leave no doubt that conforming peers must change. */
const plainlyBreaking = 4;
/** Below this, words of breaking are taken for talk. */
const hardlyBreaking = 1.5;
const plainlyExtension = 3;
const shownSigns = 4;

/** What a proposal does to those who conform today (domains.yml, change_classes). Total; `unclear` where its signs conflict. */
export function assessChange(document: ProposalDocument, input: ChangeInput): ChangeAssessment {
  const { byHand = null } = input;
  if (byHand !== null) return { class: byHand, evidence: [evidence("person", "settled by a person", 1)] };
  const signs = readSigns(readSentences(document));
  return assessKind(document, input, signs) ?? assessSchema(input.schemaFindings, signs) ?? assessWords(signs);
}

/** Extension, process and informational: what the proposal is, rather than what it does to the wire. */
function assessKind(
  document: ProposalDocument,
  { classification, governance, schemaFindings }: ChangeInput,
  signs: readonly Sign[],
): ChangeAssessment | null {
  const primary = governance.domains.get(primaryDomain(classification)?.id ?? "");
  if (document.type === "Process" || primary?.about === "project") {
    const text = document.type === "Process" ? "its Type is Process" : `${primary?.id} is about the project, not the protocol`;
    if (schemaFindings !== null && schemaFindings.length > 0) {
      return { class: "unclear", evidence: [evidence("declared", text, 1), ...schemaFindings.slice(0, shownSigns).map(schemaEvidence)] };
    }
    return { class: "process", evidence: [evidence("declared", text, 1)] };
  }
  if (document.type === "Extensions Track")
    return { class: "extension", evidence: [evidence("declared", "its Type is Extensions Track", 1)] };
  const identifier = document.fields.find(({ name }) => /^extension(?: identifier)?s?$/i.test(name.trim()));
  if (identifier !== undefined) {
    return { class: "extension", evidence: [evidence("declared", `its ${identifier.name} field names an extension`, 1, identifier.line)] };
  }
  if (weightOf(signs, "extension") >= plainlyExtension) return { class: "extension", evidence: shown(signs, "extension") };
  if (document.type === "Informational" && weightOf(signs, "breaking") < hardlyBreaking && schemaFindings === null) {
    return { class: "informational", evidence: [evidence("declared", "its Type is Informational", 1)] };
  }
  return null;
}

/** A schema's own difference outweighs all words, but what is not in the schema can break peers too. */
function assessSchema(findings: readonly SchemaFinding[] | null, signs: readonly Sign[]): ChangeAssessment | null {
  if (findings === null || findings.length === 0) return null;
  const breaking = findings.filter((finding) => finding.breaking);
  if (breaking.length > 0) return { class: "breaking", evidence: breaking.slice(0, shownSigns).map(schemaEvidence) };
  const seen = findings.slice(0, shownSigns).map(schemaEvidence);
  if (weightOf(signs, "breaking") < hardlyBreaking) return { class: "additive", evidence: seen };
  return { class: "unclear", evidence: [...seen, ...shown(signs, "breaking")] };
}

function assessWords(signs: readonly Sign[]): ChangeAssessment {
  const breaking = weightOf(signs, "breaking");
  const additive = weightOf(signs, "additive");
  const clarifying = weightOf(signs, "clarification");
  if (breaking >= plainlyBreaking && breaking >= additive / 2) return { class: "breaking", evidence: shown(signs, "breaking") };
  if (breaking >= hardlyBreaking) return { class: "unclear", evidence: [...shown(signs, "breaking"), ...shown(signs, "additive")] };
  if (additive === 0 && clarifying === 0) return { class: "unclear", evidence: [] };
  const found = clarifying > additive ? "clarification" : "additive";
  return { class: found, evidence: shown(signs, found) };
}

function weightOf(signs: readonly Sign[], wanted: SignedClass): number {
  return signs.reduce((sum, sign) => (sign.class === wanted ? sum + sign.weight : sum), 0);
}

function shown(signs: readonly Sign[], wanted: SignedClass): Evidence[] {
  return signs
    .filter((sign) => sign.class === wanted)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, shownSigns)
    .map(({ weight, sentence }) => evidence("term", `${wanted}: “${sentence.text.slice(0, 160)}”`, weight, sentence.line));
}

function schemaEvidence({ path, name, kind, breaking }: SchemaFinding): Evidence {
  return evidence("schema", `\`${path}\`: ${kind.replaceAll("-", " ")} \`${name}\`${breaking ? ", which breaks" : ""}`, 1);
}

function evidence(kind: Evidence["kind"], text: string, weight: number, line: number | null = null): Evidence {
  return { kind, text, weight, line };
}
