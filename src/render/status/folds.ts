import type { DomainScore, Evidence } from "../../domain/classification.ts";
import type { Route } from "../../domain/route.ts";
import { bulleted, code, details, join, type Markdown, md, nothing, numbered, phrase } from "../markdown/index.ts";
import { type Places, renderClause } from "../places.ts";
import type { ProposalStatus } from "./status-data.ts";

const shownReasons = 20;
const shownEvidence = 6;
const shownDomains = 4;

/** Every step that was tried, in order, each with the clause it rests on. */
export function renderReasons({ reasons }: Route, places: Places): Markdown {
  return numbered(
    reasons
      .slice(0, shownReasons)
      .map(({ text, clause }) => md`${phrase(text)}${clause === null ? nothing : md` ${renderClause(clause, places)}`}`),
  );
}

export function renderRouteFold({ route, places }: ProposalStatus): Markdown {
  return details("Why this route", renderReasons(route, places));
}

/** What the domain and the class rest on: the figures are sums that anybody can check. */
export function renderEvidenceFold(data: ProposalStatus): Markdown {
  const domains = weighed(data).map((domain) => md`${describe(domain)}\n${evidenceOf(domain.evidence)}`);
  const change = md`Change: ${data.change.class}\n${evidenceOf(data.change.evidence.map((each) => ({ ...each, text: withoutClass(each.text, data.change.class) })))}`;
  const doubts = data.classification.doubts.slice(0, shownEvidence).map((doubt) => phrase(doubt));
  const doubtful = doubts.length === 0 ? nothing : md`In doubt\n${bulleted(doubts)}`;
  return details("What the domain and the change rest on", join([...domains, change, doubtful], "\n\n"));
}

/** Whatever counts for the route, and the runner-up while there is doubt. */
function weighed({ classification }: ProposalStatus): readonly DomainScore[] {
  const counted = classification.domains.filter((domain) => domain.primary || domain.touched);
  const others = classification.domains.filter((domain) => !counted.includes(domain) && domain.score > 0);
  return [...counted, ...(classification.confident ? [] : others.slice(0, 1))].slice(0, shownDomains);
}

function describe({ id, primary, touched, score }: DomainScore): Markdown {
  const role = primary ? "" : touched ? " (touched)" : " (runner-up)";
  return md`${code(id)}${{ markdown: role }}: ${score.toFixed(0)} points`;
}

function evidenceOf(evidence: readonly Evidence[]): Markdown {
  if (evidence.length === 0) return bulleted([md`nothing that speaks for it`]);
  const strongest = evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const shown = strongest.slice(0, shownEvidence).map(({ text, weight }) => md`${phrase(text, 200)} (${signed(weight)})`);
  const more = strongest.length > shownEvidence ? [md`and ${strongest.length - shownEvidence} more`] : [];
  return bulleted([...shown, ...more]);
}

const signed = (weight: number) => `${weight < 0 ? "−" : ""}${Math.abs(weight).toFixed(1)}`;

/** Evidence for a class names the class first; under that class's own name it need not. */
export function withoutClass(text: string, of: string): string {
  return of !== "" && text.startsWith(`${of}: `) ? text.slice(of.length + 2) : text;
}
