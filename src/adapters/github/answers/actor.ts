import { z } from "zod";
import type { Actor } from "../../../domain/snapshot.ts";

/** GraphQL's Actor; null for an account that was deleted. */
export const ActorAnswer = z.object({ __typename: z.string(), login: z.string(), databaseId: z.number().int().nullish() }).nullable();
export type ActorAnswer = z.infer<typeof ActorAnswer>;

/** GraphQL leaves out the `[bot]` that REST and people write; ids are the same in both. */
export function toActor(answer: ActorAnswer): Actor {
  if (answer === null) return { id: null, login: "ghost", bot: false };
  const bot = answer.__typename === "Bot";
  const login = bot && !answer.login.endsWith("[bot]") ? `${answer.login}[bot]` : answer.login;
  // Mannequins stand for imported accounts: nobody acts as one, so they have no id that counts.
  if (answer.__typename === "Mannequin") return { id: null, login, bot: true };
  return { id: answer.databaseId ?? null, login, bot };
}
