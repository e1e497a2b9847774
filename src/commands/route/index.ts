import type { Refusal } from "../../domain/answer.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { type CommandLine, type CommandProblem, takeWord } from "../reading/index.ts";
import { concernedGroups, isAuthor, isCore, isLeadOf, leadsOf, loginsOf } from "../roles.ts";

interface Routing {
  readonly to: "core" | "group";
  /** Empty where none was given. */
  readonly reason: string;
}

export const route = register<Routing>(
  {
    name: "route",
    usage: "/route core|group",
    who: "core: leads of the groups concerned, and Core; group: Core",
    does: "sends it to Core, or back to what the rules say",
    rules: ["Q2"],
    examples: [
      { situation: "in review, by a lead", text: "/route core It concerns every client", outcome: "Core decides" },
      { situation: "Core decides, in review, by a Core Maintainer", text: "/route group", outcome: "by the rules" },
      { situation: "in review, by a lead", text: "/route group", outcome: "not-core" },
      { situation: "by a stranger", text: "/route core", outcome: "not-concerned" },
    ],
    parse,
    authorise,
    apply({ to, reason }, { record }) {
      const stands = to === "core" ? record.coreDecides : record.routeSet === null && !record.coreDecides;
      return stands ? [] : [{ reason: reason === "" ? null : reason, fact: { type: "route-set", to: to === "core" ? "core" : "rules" } }];
    },
    say: ({ to }, { facts, governance }) => {
      if (to === "core") return "Core decides it.";
      const { kind, group } = facts.route;
      if (kind === "core") return "It goes by the rules again, and they name Core.";
      return `It goes by the rules again: ${governance.groups.get(group ?? "")?.name ?? "its group"} decides it.`;
    },
  },
  "/route core",
);

function parse({ argument, body }: CommandLine): Result<Routing, CommandProblem> {
  const word = takeWord(argument, ["core", "group"]);
  return word.ok ? ok({ to: word.value.word, reason: `${word.value.rest}\n${body}`.trim() }) : word;
}

function authorise({ to }: Routing, context: CommandContext): Refusal | null {
  const { governance } = context;
  const body = governance.authorities.get("core-maintainers");
  const core = loginsOf(body?.members ?? [], governance);
  const groups = concernedGroups(context);
  if (to === "group") {
    if (!isCore(context)) return refuse("not-core", "Core gives it back.", { who: core, clause: body?.clause ?? null });
    if (isAuthor(context)) {
      return refuse("own-proposal", "You are an author, and nobody makes the route of their own proposal more delegated.", {
        who: core.filter((login) => login !== context.actor.person?.login),
      });
    }
  } else if (!isCore(context) && !groups.some((group) => isLeadOf(group, context))) {
    const leads = loginsOf(
      groups.flatMap((group) => leadsOf(group, context)),
      governance,
    );
    return refuse("not-concerned", "A lead of the groups concerned or Core sends it there.", {
      who: [...new Set([...leads, ...core])].slice(0, 10),
    });
  }
  return whyNotNow(context);
}

/** Q2 is about who will decide: not while something is open, and not once it is decided. */
function whyNotNow({ record }: CommandContext): Refusal | null {
  if (!["proposal", "draft", "in-review"].includes(record.state)) {
    return refuse("wrong-state", `It is \`${record.state}\`, and a route is for what is not decided yet.`);
  }
  if (record.decisions.some(({ closed }) => closed === null)) return refuse("decision-open", "A decision is open, and ends first.");
  if (record.escalations.some(({ answer }) => answer === null)) return refuse("escalated", "It is escalated, and that is answered first.");
  return record.entered.some(({ ended }) => ended === null)
    ? refuse("record-pending", "A decision taken elsewhere was entered, and is confirmed or disputed first.")
    : null;
}
