import { consensus } from "./consensus-machine.ts";
import { escalation } from "./escalation-machine.ts";
import { changedHead } from "./head-machine.ts";
import { hold } from "./hold-machine.ts";
import { jointDecision } from "./joint-machine.ts";
import { foundLate } from "./late-machine.ts";
import type { Machine } from "./machine.ts";
import { oversight } from "./oversight-machine.ts";
import { recordedDecision } from "./record-machine.ts";
import { recusal } from "./recusal-machine.ts";
import { frontDoor, road } from "./road-machines.ts";
import { groupSponsorship } from "./sponsorship-machine.ts";
import { coreVote, groupVote } from "./vote-machines.ts";

/** In the order of the page. */
export const machines: readonly Machine[] = [
  road,
  frontDoor,
  groupSponsorship,
  consensus,
  groupVote,
  coreVote,
  jointDecision,
  oversight,
  changedHead,
  escalation,
  recordedDecision,
  recusal,
  hold,
  foundLate,
];
