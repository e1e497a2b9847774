import { aHold } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { reviewing } from "./standing.ts";

/** Juno leads the group; the other hold is the sponsor's. */
export const hold: Machine = {
  title: "Hold",
  tells: [],
  states: {
    free: reviewing(),
    "held by the lead": reviewing({ holds: [aHold("juno", "Juno")] }),
    "held by another": reviewing({ holds: [aHold("cleo")] }),
    "held by both": reviewing({ holds: [aHold("juno", "Juno"), aHold("cleo")] }),
  },
  where({ holds }) {
    const persons = holds.map(({ person }) => person);
    if (persons.length === 0) return "free";
    if (persons.length > 1) return "held by both";
    return persons[0] === "juno" ? "held by the lead" : "held by another";
  },
};
