import type { Refusal } from "../../domain/answer.ts";
import { nearName } from "../../governance/reading/near-name.ts";
import { type CommandContext, refuse } from "../command.ts";
import { whyNotSettling } from "../settling.ts";

export function authoriseDomains(ids: readonly string[], context: CommandContext): Refusal | null {
  const { domains } = context.governance;
  const unknown = ids.find((id) => !domains.has(id));
  // Whoever could settle some domain is told which there are; everybody else that they settle none.
  const refusal = whyNotSettling(context, ownersOf(unknown === undefined ? ids : domains.keys(), context));
  if (refusal || unknown === undefined) return refusal;
  const near = nearName(unknown, domains.keys());
  const list = [...domains.keys()].map((id) => `\`${id}\``).join(", ");
  return refuse("no-such-domain", `No domain is called \`${unknown.slice(0, 60)}\`; there are ${list}.`, {
    instead: near === null ? null : `Did you mean \`${near}\`?`,
  });
}

export function ownersOf(ids: Iterable<string>, { governance }: CommandContext): readonly string[] {
  return [...ids].flatMap((id) => governance.domains.get(id)?.owner ?? []);
}
