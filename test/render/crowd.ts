import type { Voter } from "../../src/domain/decision.ts";

/** Five hundred voters with the longest logins that GitHub gives. */
export const crowd: readonly Voter[] = Array.from({ length: 500 }, (_, at) => {
  const person = `voter-${String(at).padStart(3, "0")}-${"x".repeat(29)}`;
  return { person, login: person, accounts: [at], organisation: `organisation ${at % 40}` };
});
