import type { DecisionPart, DecisionRecord } from "../../domain/decision.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Governance } from "../../governance/index.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { countPart, type Missing } from "../../procedures/index.ts";
import { nameOrganisation } from "./people.ts";
import { plainBody } from "./plain-names.ts";

/** The items of R2.5 without a link, in the words of `/ready`. */
export function unattested({ attested }: Pick<ProposalRecord, "attested">): readonly ("prototype" | "benefit" | "support")[] {
  const items = ["prototype", "benefit", "support"] as const;
  return items.filter((item) => (attested?.[item] ?? []).length === 0);
}

/** What an open consensus waits for besides time and blocks, in plain words: `one more consent, from outside Hexa Labs`. */
export function tellMissing(missing: readonly Missing[], decision: DecisionRecord, governance: Governance): readonly string[] {
  return missing.flatMap((each) => tellOne(each, decision, governance));
}

function tellOne(each: Missing, decision: DecisionRecord, governance: Governance): readonly string[] {
  switch (each.kind) {
    case "time":
    case "block":
      return [];
    case "attestation":
      return ["the sponsor's attestation"];
    case "voters":
      return [`${each.needed} voters of ${each.needed} organisations who can still decide for ${plainBody(each.authority, governance)}`];
    case "consents":
    case "organisations": {
      const part = decision.parts.find(({ authority }) => authority === each.authority);
      const of = decision.parts.length > 1 ? ` of ${plainBody(each.authority, governance)}` : "";
      return part ? [tellConsents(part, decision, governance, of)] : [];
    }
    default:
      return assertNever(each);
  }
}

function tellConsents(part: DecisionPart, decision: DecisionRecord, governance: Governance, of: string): string {
  if (part.rule.kind !== "lazy-consensus") return "";
  const { consents, organisations } = countPart(decision, part);
  const lacking = part.rule.organisations - organisations;
  const needed = Math.max(part.rule.consents - consents.length, lacking > 0 ? 1 : 0);
  const given = [...new Set(consents.map((voter) => nameOrganisation(voter, governance)))];
  const more = consents.length > 0 ? " more" : "";
  const number = needed === 1 ? `one${more} consent` : `${needed}${more} consents`;
  if (lacking <= 0) return `${number}${of}`;
  if (consents.length === 0)
    return part.rule.organisations > 1 ? `${number}${of}, from ${part.rule.organisations} organisations` : number + of;
  if (given.length === 1) return `${number}${of}, from outside ${given[0]}`;
  return `${number}${of}, from ${lacking === 1 ? "another organisation" : `${lacking} other organisations`}`;
}
