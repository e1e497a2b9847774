import type { Refusal } from "../../domain/answer.ts";
import { nearName } from "../../governance/reading/near-name.ts";
import { type CommandContext, refuse } from "../command.ts";
import { whyNotSettling } from "../settling.ts";

export function authoriseDomains(ids: readonly string[], context: CommandContext): Refusal | null {
  const { domains } = context.governance;
  const unknown = ids.find((id) => !domains.has(id));
  if (unknown !== undefined) {
    const near = nearName(unknown, domains.keys());
    const list = [...domains.keys()].map((id) => `\`${id}\``).join(", ");
    const name = unknown.replaceAll("`", "'").slice(0, 60);
    return refuse("no-such-domain", `No domain is called \`${name}\`; there are ${list}.`, {
      instead: near === null ? null : `Did you mean \`${near}\`?`,
    });
  }
  return whyNotSettling(context, ownersOf(ids, context));
}

export function ownersOf(ids: readonly string[], { governance }: CommandContext): readonly string[] {
  return ids.flatMap((id) => governance.domains.get(id)?.owner ?? []);
}
