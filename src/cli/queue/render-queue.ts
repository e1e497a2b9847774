import { formatDay } from "../../calendar/index.ts";
import type { PlacedEntry, QueueReport } from "../../queue/index.ts";
import { countOf, nameOf, plain, row } from "./report-text.ts";

/** The queue for people: one paragraph an entry, in order. */
export function renderQueue(report: QueueReport): string {
  const { repository, day, entries } = report;
  const formal = entries.filter(({ kind }) => kind === "formal").length;
  const head = [
    `Review queue of ${plain(repository)} · ${formatDay(day)}`,
    entries.length === 0
      ? "Nothing is ready for review. A sponsor brings a proposal here with /ready."
      : `${countOf(formal, "formal review")}, ${countOf(entries.length - formal, "pre-review")}`,
    ...(entries.length === 0 ? [] : howOrdered(report)),
  ];
  return `${[head.join("\n"), ...entries.map(renderEntry)].join("\n\n")}\n`;
}

/** The order with its clause, and the cycle that whatever is not published by itself aims at. */
export function howOrdered({ order, entries }: Pick<QueueReport, "order" | "entries">): readonly string[] {
  const cycle = entries.find((entry) => entry.cycle !== null)?.cycle ?? null;
  return [`Order: ${orderText(order)}`, ...(cycle === null ? [] : [`Cycle: ${cycleText(cycle)}`])];
}

const ruleTexts = {
  "formal-reviews-first": "formal reviews",
  "roadmap-first": "what is on the roadmap",
  "oldest-readiness-first": "the oldest readiness date",
} as const;

function orderText({ rules, clause }: QueueReport["order"]): string {
  const texts = [...rules.map((rule) => ruleTexts[rule]), "the lower number"];
  return `${texts.join(", then ")}${clause === null ? "" : ` (${plain(clause)})`}`;
}

export function renderEntry(entry: PlacedEntry): string {
  const { place, kind, readySince, group, sponsor, decides, waitsFor, roadmap, revision, reasons, link } = entry;
  const exception = reasons.find(({ code }) => code === "exception");
  const behind =
    group === null
      ? "nobody stands behind it"
      : group.representative === null
        ? group.name
        : `${group.name}, for which ${group.representative} speaks`;
  return [
    `${place}. ${nameOf(entry)}`,
    row("review", `${kind === "formal" ? "formal" : "pre-review of a draft"}, ready since ${formatDay(readySince)}`),
    row("group", `${behind} · sponsor ${sponsor ?? "missing"}`),
    row("decides", decides.join(" and ") || "nobody yet"),
    row("waits for", waitsFor.text),
    row("roadmap", roadmap.length === 0 ? "not on it" : roadmap.join("; ")),
    ...(revision === null || revision.asReadied ? [] : [row("text", "changed since it was readied")]),
    ...(exception === undefined ? [] : [row("place", exception.text)]),
    row("link", link),
  ].join("\n");
}

function cycleText({ window, freeze }: NonNullable<PlacedEntry["cycle"]>): string {
  const when = window.open ? `open until ${formatDay(window.closes)}` : `${formatDay(window.opens)} to ${formatDay(window.closes)}`;
  const before = freeze === null ? "" : `; then ${freeze.name}, from ${formatDay(freeze.opens)}`;
  return plain(`${window.name}, ${when}${before}`, 400);
}
