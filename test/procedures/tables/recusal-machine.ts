import type { DecisionRecord } from "../../../src/domain/decision.ts";
import { aConsensus } from "../../support/command-situations.ts";
import type { Machine } from "./machine.ts";
import { ballot, reviewing, spokenIn } from "./standing.ts";

const left = (changes: Partial<DecisionRecord>) =>
  reviewing({ recused: ["noor"], decisions: [aConsensus({ removed: ["noor"], ...changes })] });

/** Whether Noor, a voting member, counts in what is open and in what opens next. */
export const recusal: Machine = {
  title: "Recusal",
  tells: [],
  states: {
    "nothing open": reviewing(),
    "silent voter": reviewing({ decisions: [aConsensus()] }),
    "voter who spoke": reviewing({ decisions: [spokenIn(aConsensus({ ballots: [ballot("noor")] }))] }),
    "recused, nothing open": reviewing({ recused: ["noor"] }),
    "recused, had said nothing": left({}),
    "recused, had spoken": left({ spoke: ["noor"] }),
    "back from the next decision on": reviewing({ decisions: [aConsensus({ removed: ["noor"], spoke: ["noor"] })] }),
  },
  where({ recused, decisions }) {
    const open = decisions.find(({ closed }) => closed === null);
    const out = recused.includes("noor");
    if (open === undefined) return out ? "recused, nothing open" : "nothing open";
    const voters = open.parts.flatMap(({ electorate }) => electorate.map(({ person }) => person));
    const spoke = open.spoke.includes("noor");
    if (out && !voters.includes("noor")) return "open without them";
    if (out) return spoke ? "recused, had spoken" : "recused, had said nothing";
    if (open.removed.includes("noor") || !voters.includes("noor")) return "back from the next decision on";
    return spoke ? "voter who spoke" : "silent voter";
  },
};
