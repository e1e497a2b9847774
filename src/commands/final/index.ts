import { type FinalAttestation, parseAttestation } from "../../conformance/index.ts";
import { err, ok } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { isSponsor } from "../roles.ts";

export const final = register<FinalAttestation>(
  {
    name: "final",
    usage: "/final, with lines implementation:, schema:, text:, changelog:, conformance: or exempt:",
    who: "the sponsor",
    does: "attests item by item that an accepted proposal is complete, at this head; the gate turns green",
    rules: ["H3"],
    examples: [{ situation: "in draft, by the sponsor", text: "/final", outcome: "not-accepted" }],
    parse(line) {
      const attestation = parseAttestation([line.argument, line.body].filter((part) => part.trim() !== "").join("\n"));
      const error = attestation.problems.find(({ severity }) => severity === "error");
      if (!error) return ok(attestation);
      return err({ message: error.message, expected: error.fix, example: "/final" });
    },
    authorise: whyNot,
    apply(attestation, { facts, record }) {
      const judged = facts.final?.(attestation);
      if (!judged) return [];
      const items = judged.entries.map(({ item, status, links }) => ({ item, status, links }));
      return [
        { fact: { type: "final-attested", headSha: facts.headSha, digest: facts.digest, items } },
        ...(record.state === "final" ? [] : [{ fact: { type: "state-moved", from: record.state, to: "final" } as const }]),
      ];
    },
    say: () => "It is final at this head: it can be merged.",
  },
  "/final",
);

function whyNot(attestation: FinalAttestation, context: CommandContext) {
  const { record, facts } = context;
  const who = record.sponsor ? [record.sponsor.login] : [];
  if (record.state !== "accepted" && record.state !== "final")
    return refuse("not-accepted", `It is \`${record.state}\`, and only an accepted proposal becomes final.`, { who });
  if (!isSponsor(context)) return refuse("not-sponsor", "Its sponsor attests that it is complete (R7.5).", { who });
  if (record.oversight !== null && record.oversight.ended === null) {
    const until = record.oversight.endsAt === null ? "until Core has said yes" : `until ${record.oversight.endsAt}`;
    return refuse("in-oversight", `It is in oversight ${until}.`);
  }
  if (record.unconfirmed !== null)
    return refuse("head-unconfirmed", "The head differs from what was accepted, and nobody has confirmed it.", {
      instead: "Voters of the deciding authority confirm it with `/lgtm`.",
    });
  if (facts.final === null) return refuse("unknown", "What R7 asks could not be looked at now.", { instead: "Write it again later." });
  const judged = facts.final(attestation);
  if (judged.complete) return null;
  const open = judged.entries.filter(({ status }) => status === "missing" || status === "unknown");
  const items = open.map(({ item, text }) => `${item}: ${text}`).join(" · ");
  return refuse("incomplete", `Not everything is there yet. ${items}`, {
    clause: open[0]?.clause ?? null,
    instead: "Write `/final` again with what was missing.",
  });
}
