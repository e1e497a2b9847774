import type { Evidence } from "../../domain/classification.ts";
import { primaryDomain } from "../../domain/primary-domain.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Route } from "../../domain/route.ts";
import type { Governance } from "../../governance/index.ts";
import { code, join, type Markdown, md, nothing, phrase } from "../markdown/index.ts";
import { countOf, listNames, nameAuthority, nameDeciders, nameGroup, nameProcedure } from "../names.ts";
import { renderLine } from "../places.ts";
import { describeStage, type Row } from "../stages/index.ts";
import { withoutClass } from "./folds.ts";
import type { ProposalStatus } from "./status-data.ts";

/** Problems shown in the table; all others stand in the check. */
const shownProblems = 5;

/** The table at a glance: what stands at this stage, then one row for each question that everybody asks. */
export function renderRows(data: ProposalStatus): readonly Row[] {
  const path = renderPath(data);
  return [
    // The names of people come from everywhere: calling is for the headline alone.
    ...describeStage(data, (login) => code(login, 40)).rows,
    ["Domain", renderDomain(data)],
    ["Change", renderChange(data)],
    ["Decided by", renderDecidedBy(data)],
    ["File", renderFile(data)],
    ...(path === nothing ? [] : [["Next", path] as const]),
    ...renderByHand(data),
  ];
}

function renderDomain({ classification, domainBy, route, governance }: ProposalStatus): Markdown {
  const primary = primaryDomain(classification);
  if (!primary) return md`none of the taxonomy fits`;
  const touched = classification.domains.filter((domain) => domain.touched && !domain.primary).map(({ id }) => code(id));
  const also = touched.length === 0 ? nothing : md` · touches ${listNames(touched)}`;
  if (domainBy) return md`${code(primary.id)} (set by ${code(domainBy.login)})${also}`;
  if (classification.confident) return md`${code(primary.id)}${because(primary.evidence)}${also}`;
  const leads = route.group === null ? md`a person` : md`a lead of ${nameGroup(route.group, governance)}`;
  const [doubt] = classification.doubts;
  return md`${code(primary.id)} as a best guess, for ${leads} to confirm${doubt ? md`: ${phrase(doubt, 200)}` : nothing}${also}`;
}

function renderChange({ change, changeBy }: ProposalStatus): Markdown {
  if (changeBy) return md`${change.class} (set by ${code(changeBy.login)})`;
  if (change.class === "unclear") return md`unclear, so it counts as breaking until a person says otherwise${because(change.evidence)}`;
  return md`${change.class}${because(change.evidence, change.class)}`;
}

/** The most telling thing seen, as ` (…)`: what stands in the text itself before likenesses, then by weight. */
function because(evidence: readonly Evidence[], of = ""): Markdown {
  const told = evidence.filter(({ kind, weight }) => weight > 0 && kind !== "similarity");
  const [strongest] = (told.length > 0 ? told : evidence).toSorted((a, b) => b.weight - a.weight);
  return strongest ? md` (${phrase(withoutClass(strongest.text, of), 160)})` : nothing;
}

function renderDecidedBy({ route, governance, record }: ProposalStatus): Markdown {
  if (record.coreDecides && route.kind === "group") {
    const core = nameAuthority(governance.project.escalation?.to ?? "core-maintainers", governance);
    return md`${core}, because the matter was brought there · by the rules alone it would be ${nameDeciders(route, governance)}`;
  }
  const deciders = nameDeciders(route, governance);
  const procedure = nameProcedure(route.procedure, governance);
  const proposed = route.kind === "group" && !route.adopted ? md` · proposed, not adopted yet` : nothing;
  const recommends = route.kind === "core" && route.group !== null ? md` · ${nameGroup(route.group, governance)} recommends` : nothing;
  const why = route.kind === "core" ? route.reasons.at(-1) : undefined;
  return md`${deciders}, by ${procedure}${renderOversight(route, governance)}${proposed}${recommends}${why ? md` · ${phrase(why.text, 200)}` : nothing}`;
}

function renderOversight({ oversight }: Route, governance: Governance): Markdown {
  if (!oversight) return nothing;
  const by = nameAuthority(oversight.by, governance);
  if (oversight.kind === "approval") return md`, then approval by ${by}`;
  return md`, then ${oversight.within ?? "a time"} in which ${by} can veto`;
}

function renderFile({ problems, file, places }: ProposalStatus): Markdown {
  if (problems.length === 0) return md`no problem found`;
  const ordered = inOrderOfWeight(problems);
  const shown = ordered
    .slice(0, shownProblems)
    .map((problem) => md`${renderLine(file, problem.line, places)} ${phrase(problem.message, 160)}`);
  const more = ordered.length > shownProblems ? [md`${countOf(ordered.length - shownProblems, "more problem")} in the check`] : [];
  return md`${countProblems(problems)}: ${join([...shown, ...more], " · ")}`;
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return [errors > 0 ? countOf(errors, "error") : "", warnings > 0 ? countOf(warnings, "warning") : ""].filter(Boolean).join(", ");
}

/** Errors before warnings, then by line. */
export function inOrderOfWeight<T extends Problem>(problems: readonly T[]): readonly T[] {
  return problems.toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning") || a.line - b.line);
}

/** The steps that are left, from where it stands. */
function renderPath({ state, missing, route, governance, record }: ProposalStatus): Markdown {
  const recommends = route.kind === "core" && route.group !== null ? [md`${nameGroup(route.group, governance)} recommends`] : [];
  const decision = [...recommends, md`decision`, ...(route.oversight ? [md`oversight`] : []), md`implementation`, md`final`];
  switch (state) {
    case "proposal":
      return join(
        [
          ...(missing.includes("group") ? [md`a group stands behind it`] : []),
          missing.includes("sponsor") ? md`a sponsor` : md`its sponsor takes it up`,
          md`review`,
          ...decision,
        ],
        " → ",
      );
    case "draft":
      return join([md`review`, ...decision], " → ");
    case "in-review":
      return join(decision, " → ");
    case "accepted":
      return join([...(record.oversight?.ended === null ? [md`oversight`] : []), md`implementation`, md`final`], " → ");
    case "rejected":
    case "final":
    case "withdrawn":
    case "superseded":
    case "dormant":
    case "merged-unratified":
      return nothing;
  }
}

function renderByHand({ ownLabels, takenOff, strayStates }: ProposalStatus): readonly Row[] {
  const own = ownLabels
    .slice(0, 5)
    .map(
      ({ label, login }) => md`${code(label)} was set by ${code(login)}, an author: it stays, and counts only where it widens the concern`,
    );
  const stray = strayStates
    .slice(0, 5)
    .map((label) => md`${code(label)} stands beside the recorded state and changes nothing: no decision is recorded for it`);
  const off = takenOff.slice(0, 5).map(({ label, login }) => md`${code(label)} was taken off by ${code(login)} and stays off`);
  const notes = [...own, ...off, ...stray];
  return notes.length === 0 ? [] : [["By hand", join(notes, " · ")]];
}
