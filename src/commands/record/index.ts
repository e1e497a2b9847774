import { addDuration } from "../../calendar/index.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { whyNotInReview, whyOtherText } from "../deciding.ts";
import { freezeElectorate } from "../opening/electorate.ts";
import { coreDecides, isCore, loginsOf } from "../roles.ts";
import { parseRecording, type Recording } from "./parse.ts";

export const record = register<Recording>(
  {
    name: "record",
    usage: "/record accept|reject|return link yes:@… no:@… abstain:@…, /record confirm, /record dispute reason",
    who: "a Core Maintainer or a recorder; whoever is listed confirms or disputes",
    does: "enters a decision of Core that was taken elsewhere",
    rules: ["D1", "D2"],
    examples: [
      { situation: "by a stranger", text: "/record accept https://example.org/notes yes:@juno", outcome: "not-recorder" },
      { situation: "nothing was entered", text: "/record confirm", outcome: "no-record" },
    ],
    parse: parseRecording,
    authorise: (args, context) => (args.kind === "enter" ? whyNotEntered(args, context) : whyNotListed(args, context)),
    apply: (args, context) => (args.kind === "enter" ? enter(args, context) : answer(args, context)),
    say: (args) =>
      args.kind === "enter"
        ? "The decision is entered, and waits for its confirmation."
        : args.kind === "confirm"
          ? "Your confirmation is recorded."
          : "The entry is disputed, and has no effect.",
  },
  "/record accept https://example.org/notes yes:@juno",
);

type Entering = Extract<Recording, { kind: "enter" }>;

const pending = ({ record: { entered } }: CommandContext) => entered.find(({ ended }) => ended === null) ?? null;

function idsOf(logins: readonly string[], { governance }: CommandContext): readonly string[] {
  return logins.map((login) => governance.personByLogin.get(login.replace(/^@/, "").toLowerCase()) ?? login.toLowerCase());
}

function whyNotEntered(args: Entering, context: CommandContext) {
  const { governance, record: state, actor } = context;
  const core = governance.authorities.get("core-maintainers");
  const recorders = idsOf(governance.project.recorders, context);
  const who = loginsOf([...recorders, ...(core?.members ?? [])], governance);
  if (!isCore(context) && !recorders.includes(actor.key))
    return refuse("not-recorder", "A Core Maintainer or a recorder named in project.yml enters a decision.", { who });
  const notNow = whyNotInReview(context);
  if (notNow) return notNow;
  const escalated = state.escalations.some(({ answer: given }) => given === null);
  if (!coreDecides(context) && !escalated) return refuse("group-decides", "A group decides this, and only Core's decisions are entered.");
  if (state.decisions.some(({ closed, matter }) => closed === null && matter !== "recommendation"))
    return refuse("decision-open", "A decision is open, and it decides.");
  if (pending(context)) return refuse("record-pending", "One is entered already, and waits for its confirmation.");
  if (state.leadVeto && args.verdict === "accept")
    return refuse("lead-veto", "A veto of a Lead Maintainer stands, and nothing can accept meanwhile.");
  return whyOtherText(context) ?? whyNotCarried(args, context);
}

/** D1: the same people, quorum and threshold as in Core's own vote. */
function whyNotCarried(args: Entering, context: CommandContext) {
  const { governance, facts } = context;
  const authority = facts.route.authority ?? "core-maintainers";
  const eligible = freezeElectorate(authority, context).map(({ person }) => person);
  const sides = { yes: idsOf(args.yes, context), no: idsOf(args.no, context), abstain: idsOf(args.abstain, context) };
  const listed = [...sides.yes, ...sides.no, ...sides.abstain];
  const stranger = listed.find((person) => !eligible.includes(person));
  if (stranger !== undefined)
    return refuse("not-eligible", `\`${stranger}\` has no vote in Core's decision on this proposal.`, {
      who: loginsOf(eligible, governance),
    });
  if (new Set(listed).size < listed.length) return refuse("named-twice", "Somebody is named twice.");
  const carried = outcomeOf(sides.yes.length, sides.no.length, eligible.length);
  return carried === args.verdict
    ? null
    : refuse(
        "not-carried",
        `With ${sides.yes.length} yes and ${sides.no.length} no of ${eligible.length} eligible, the outcome is \`${carried}\`.`,
        {
          clause: governance.procedures.get(governance.authorities.get(authority)?.procedure ?? "")?.clause ?? null,
        },
      );
}

/** L14: more than half of all eligible. */
function outcomeOf(yes: number, no: number, eligible: number): "accept" | "reject" | "return" {
  if (yes * 2 > eligible) return "accept";
  return no * 2 > eligible ? "reject" : "return";
}

function enter(args: Entering, context: CommandContext): readonly FactDraft[] {
  const { governance, calendar, at, facts, actor } = context;
  const { recording } = governance.project;
  return [
    {
      fact: {
        type: "record-entered",
        verdict: args.verdict,
        link: args.link,
        yes: idsOf(args.yes, context),
        no: idsOf(args.no, context),
        abstain: idsOf(args.abstain, context),
        enteredBy: actor.key,
        digest: facts.digest,
        settlesAt: addDuration(at, recording["settles-after"], calendar),
        confirmationsNeeded: recording.confirmations,
      },
    },
  ];
}

function whyNotListed(args: Exclude<Recording, Entering>, context: CommandContext) {
  const entry = pending(context);
  if (!entry) return refuse("no-record", "No entered decision waits.");
  const listed = [...entry.yes, ...entry.no, ...entry.abstain];
  const who = loginsOf(listed, context.governance);
  if (!listed.includes(context.actor.key)) return refuse("not-listed", "Those who are listed in it confirm or dispute it.", { who });
  if (args.kind === "confirm" && entry.enteredBy === context.actor.key)
    return refuse("own-record", "You entered it: two others confirm it.", { who });
  if (args.kind === "dispute" && args.reason.trim() === "") return refuse("reason-too-short", "A dispute says what is wrong.");
  return null;
}

function answer(args: Exclude<Recording, Entering>, context: CommandContext): readonly FactDraft[] {
  const entry = pending(context);
  if (!entry) return [];
  if (args.kind === "dispute") return [{ reason: args.reason, fact: { type: "record-ended", record: entry.id, how: "disputed" } }];
  return [{ fact: { type: "record-confirmed", record: entry.id, person: context.actor.key } }];
}
