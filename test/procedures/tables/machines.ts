import { consensus } from "./consensus-machine.ts";
import { escalation } from "./escalation-machine.ts";
import { changedHead } from "./head-machine.ts";
import { hold } from "./hold-machine.ts";
import { foundLate } from "./late-machine.ts";
import type { Machine } from "./machine.ts";
import { oversight } from "./oversight-machine.ts";
import { recordedDecision } from "./record-machine.ts";
import { frontDoor, road } from "./road-machines.ts";
import { coreVote, groupVote } from "./vote-machines.ts";

/** In the order of the page. */
export const machines: readonly Machine[] = [
  road,
  frontDoor,
  consensus,
  groupVote,
  coreVote,
  oversight,
  changedHead,
  escalation,
  recordedDecision,
  hold,
  foundLate,
];
