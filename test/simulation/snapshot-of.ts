import type { Actor, Comment, Snapshot } from "../../src/domain/snapshot.ts";
import { instant } from "../../src/kernel/instant.ts";
import { aSnapshot } from "../support/snapshot.ts";
import type { SimAct, SimHistory, SimPass, SimRules, SimText } from "./history.ts";

type ActOf<Kind extends SimAct["kind"]> = Extract<SimAct, { kind: Kind }>;

export const holdLabel = "do-not-merge/hold";
export const digestOf = ({ normative }: Pick<SimText, "normative">) => normative.toString(16).padStart(64, "d");
export const shaOf = ({ normative, editorial }: SimText) => (normative * 1000 + editorial).toString(16).padStart(40, "a");

/** The constitution in force at a pass. */
export function rulesAt({ rules, acts }: SimHistory, { seenThrough }: SimPass): SimRules {
  return acts.findLast((act): act is ActOf<"rules"> => act.kind === "rules" && act.id <= seenThrough)?.rules ?? rules;
}

/** The head at a pass. What nobody pushed is what the first pass showed, as the oracle reads it. */
export function headAt({ acts, passes }: SimHistory, { seenThrough }: SimPass): SimText {
  const isPush = (act: SimAct): act is ActOf<"push"> => act.kind === "push";
  const [first] = passes;
  const untouched = first !== undefined && !acts.some((act) => isPush(act) && act.id <= first.seenThrough);
  const opening = untouched ? first.shown : { normative: 0, editorial: 0 };
  return acts.filter(isPush).findLast(({ id }) => id <= seenThrough)?.text ?? opening;
}

/** All of GitHub that decides, as a pass reads it: with what was edited or deleted since, and with the logins of then. */
export function snapshotOf(history: SimHistory, pass: SimPass): Snapshot {
  const seen = history.acts.filter(({ id }) => id <= pass.seenThrough);
  const actorOf = (id: number): Actor => ({ id, login: loginOf(id, history, seen), bot: false });
  const tampered = new Map(seen.flatMap((act) => (act.kind === "tamper" ? [[act.act, act] as const] : [])));
  const isThere = ({ id }: SimAct) => tampered.get(id)?.how !== "deleted";
  const editedAt = (id: number, edited: number | null) => {
    const at = tampered.get(id)?.at ?? edited;
    return at === null ? null : instant(at);
  };

  return aSnapshot({
    takenAt: instant(pass.at),
    pullRequest: {
      author: actorOf(history.proposal.openedBy),
      createdAt: instant(history.proposal.openedAt),
      headSha: shaOf(headAt(history, pass)),
      conversation: seen
        .filter((act) => act.kind === "comment")
        .filter(isThere)
        .map(({ id, at, by, text, editedAt: edited, bot }): Comment => {
          const author = { ...actorOf(by), bot };
          const body = written(text);
          return { id, author, body, createdAt: instant(at), editedAt: editedAt(id, edited), editor: null, viaApp: null, reacted: false };
        }),
      reviews: seen
        .filter((act) => act.kind === "review")
        .filter(isThere)
        .map(({ id, at, by, verdict, text }) => ({
          id,
          author: actorOf(by),
          body: "",
          verdict,
          submittedAt: instant(at),
          editedAt: editedAt(id, null),
          commit: shaOf(text),
        })),
      labelEvents: seen
        .filter((act) => act.kind === "label")
        .map(({ id, at, by, action, label }) => ({
          id: `L${id}`,
          action: action === "put" ? "labeled" : "unlabeled",
          label,
          actor: actorOf(by),
          at: instant(at),
        })),
      assignmentEvents: seen
        .filter((act) => act.kind === "assign")
        .map(({ id, at, by, action }) => ({ id: `A${id}`, action, assignee: actorOf(by), actor: actorOf(by), at: instant(at) })),
    },
  });
}

function loginOf(account: number, { rules }: SimHistory, seen: readonly SimAct[]): string {
  const renamed = seen.findLast((act): act is ActOf<"rename"> => act.kind === "rename" && act.account === account);
  const listed = rules.people.flatMap(({ accounts }) => accounts).find(({ accountId }) => accountId === account);
  return renamed?.login ?? listed?.login ?? `account-${account}`;
}

const link = "https://example.org/evidence";

/** Histories say in one word what people write in several lines. */
function written(text: string): string {
  const [command, word, ...rest] = text.split(" ");
  if (command === "/ready" && word === "attested") return `/ready\nprototype: ${link}\nbenefit: ${link}\nsupport: ${link}`;
  if (command === "/final" && word === "attested") return `/final\nimplementation: ${link}`;
  if (command === "/record" && word !== undefined && ["accept", "reject", "return"].includes(word)) {
    return `/record ${word} ${link} ${rest.join(" ")}`;
  }
  const named = /^\/lgtm text-(\d+)$/.exec(text)?.[1];
  return named === undefined ? text : `/lgtm ${digestOf({ normative: Number(named) })}`;
}
