import { dayOf } from "../../calendar/index.ts";
import type { Attestation } from "../../domain/ledger-event.ts";
import { err, ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { parseKeyedLines } from "../reading/index.ts";
import { isSponsor } from "../roles.ts";

interface Ready {
  readonly kind: "formal" | "pre" | "draft";
  readonly links: Attestation;
}

const keys = ["prototype", "benefit", "support"] as const;

export const ready = register<Ready>(
  {
    name: "ready",
    usage: "/ready [pre|draft], with lines prototype:, benefit:, support:",
    who: "the sponsor",
    does: "brings a draft into review and into the queue, with your attestation of R2.5; `pre` asks for a pre-review, `draft` takes it back",
    rules: ["S5"],
    examples: [
      { situation: "in draft, by the sponsor", text: "/ready\nprototype: https://example.org/demo", outcome: "in review" },
      { situation: "in draft, by the author", text: "/ready", outcome: "not-sponsor" },
    ],
    parse(line) {
      const word = line.argument.trim().split(/\s+/)[0]?.toLowerCase() ?? "";
      const given = parseKeyedLines(line.body, keys);
      const [problem] = given.problems;
      if (problem) return err(problem);
      const of = (key: (typeof keys)[number]) => given.values.get(key) ?? [];
      const links = { prototype: of("prototype"), benefit: of("benefit"), support: of("support") };
      return ok({ kind: word === "pre" || word === "draft" ? word : "formal", links });
    },
    authorise({ kind }, context) {
      const { record } = context;
      if (!isSponsor(context)) {
        const who = record.sponsor ? [record.sponsor.login] : [];
        return refuse(
          "not-sponsor",
          record.sponsor ? "Its sponsor says when it is ready." : "It has no sponsor yet, and a sponsor says when it is ready.",
          {
            who,
            instead: record.sponsor ? null : "Whoever may sponsor writes `/sponsor`.",
          },
        );
      }
      if (kind === "draft") return whyNotBack(context);
      if (kind === "pre")
        return record.state === "draft" ? null : refuse("wrong-state", `It is \`${record.state}\`, and a pre-review is of drafts.`);
      if (record.state === "draft" || record.state === "in-review") return null;
      return refuse("wrong-state", `It is \`${record.state}\`, and only a draft becomes ready.`, {
        instead: record.state === "proposal" ? "A group has to stand behind it first: `/group id`, then `/adopt`." : null,
      });
    },
    apply: bringForward,
    say: ({ kind }) =>
      kind === "draft"
        ? "It is a draft again."
        : kind === "pre"
          ? "It is in the queue for a pre-review."
          : "It is in review, and in the queue.",
  },
  "/ready",
);

function whyNotBack({ record }: CommandContext) {
  if (record.state !== "in-review") return refuse("wrong-state", `It is \`${record.state}\`, not in review.`);
  const open =
    record.decisions.some(({ closed }) => closed === null) ||
    record.escalations.some(({ answer }) => answer === null) ||
    record.entered.some(({ ended }) => ended === null);
  return open ? refuse("decision-open", "Something is open about it, and ends first.") : null;
}

function bringForward({ kind, links }: Ready, context: CommandContext): readonly FactDraft[] {
  const { record, at, calendar, facts } = context;
  const move = (to: "draft" | "in-review"): FactDraft => ({ fact: { type: "state-moved", from: record.state, to } });
  if (kind === "draft") return [move("draft"), ...(record.ready ? [{ fact: { type: "queue-left" } } satisfies FactDraft] : [])];
  const before = record.attested;
  const merged: Attestation = {
    prototype: links.prototype.length > 0 ? links.prototype : (before?.prototype ?? []),
    benefit: links.benefit.length > 0 ? links.benefit : (before?.benefit ?? []),
    support: links.support.length > 0 ? links.support : (before?.support ?? []),
  };
  const again = record.ready !== null && record.ready.kind === kind;
  const date = again && record.ready ? record.ready.date : dayOf(at, calendar);
  const entry: FactDraft = { fact: { type: "readied", kind, date, digest: facts.digest, links: merged } };
  return [...(kind === "formal" && record.state === "draft" ? [move("in-review")] : []), entry];
}
