import type { Refusal } from "../../domain/answer.ts";
import type { OversightRecord } from "../../domain/decision.ts";
import { type CommandContext, refuse } from "../command.ts";
import { freezeElectorate } from "../opening/index.ts";
import { isAuthor, isMemberOf, isSponsor } from "../roles.ts";

/** G2: of the authority, neither author nor sponsor, and without a part in the group's decision. */
export function whyNoRelease(context: CommandContext): Refusal | null {
  const { record, facts, governance, actor } = context;
  const { oversight } = record;
  if (oversight === null) return null;
  const authority = governance.authorities.get(oversight.authority);
  const involved = tookPart(oversight, context);
  const free = freezeElectorate(oversight.authority, context).filter(
    ({ person }) => !facts.authors.has(person) && person !== record.sponsor?.person && !involved.has(person),
  );
  const who = free.map(({ login }) => login).slice(0, 10);
  const clause = authority?.clause ?? null;
  if (isAuthor(context))
    return refuse("own-proposal", "You are an author, and authors do not release their own proposal.", { who, clause });
  if (!isMemberOf(oversight.authority, context)) {
    const instead = oversight.endsAt === null ? null : "Without a veto it ends by itself.";
    return refuse("not-in-oversight", `It is in oversight, which ${authority?.name ?? "Core"} keep.`, { who, clause, instead });
  }
  if (isSponsor(context)) {
    return refuse("sponsor-involved", "You are its sponsor, and only who took no part ends oversight early.", { who, clause });
  }
  if (involved.has(actor.key)) {
    return refuse("took-part", "You took part in the group's decision, and only who took none ends oversight early.", { who, clause });
  }
  return free.some(({ person }) => person === actor.key)
    ? null
    : refuse("recused", "You recused yourself from this proposal.", { who, clause, instead: "`/unrecuse` brings you back." });
}

/** Persons who ever consented, voted or blocked in the decision under oversight, or in the consensus that its vote ended. */
function tookPart({ decision: id }: OversightRecord, { record }: CommandContext): ReadonlySet<string> {
  const index = record.decisions.findIndex((decision) => decision.id === id);
  const before = record.decisions.slice(0, Math.max(index, 0)).findLast(({ matter }) => matter === "proposal");
  const chain = [...(before?.closed?.outcome === "voted" ? [before] : []), ...record.decisions.slice(index, index + 1)];
  return new Set(chain.flatMap(({ spoke }) => spoke));
}
