import { adopt } from "./adopt/index.ts";
import { block } from "./block/index.ts";
import { callVote } from "./call-vote/index.ts";
import { can } from "./can/index.ts";
import { change } from "./change/index.ts";
import { close } from "./close/index.ts";
import type { RegisteredCommand } from "./command.ts";
import { decline } from "./decline/index.ts";
import { domain } from "./domain/index.ts";
import { escalate } from "./escalate/index.ts";
import { final } from "./final/index.ts";
import { group } from "./group/index.ts";
import { help } from "./help/index.ts";
import { hold } from "./hold/index.ts";
import { lgtm } from "./lgtm/index.ts";
import { propose } from "./propose/index.ts";
import type { Question } from "./question.ts";
import { ready } from "./ready/index.ts";
import { record } from "./record/index.ts";
import { recuse } from "./recuse/index.ts";
import { revive } from "./revive/index.ts";
import { route } from "./route/index.ts";
import { sponsor } from "./sponsor/index.ts";
import { status } from "./status/index.ts";
import { unblock } from "./unblock/index.ts";
import { unhold } from "./unhold/index.ts";
import { unrecuse } from "./unrecuse/index.ts";
import { unsponsor } from "./unsponsor/index.ts";
import { veto } from "./veto/index.ts";
import { vote } from "./vote/index.ts";
import { why } from "./why/index.ts";
import { withdraw } from "./withdraw/index.ts";

/** Every command that acts, in the order in which `/help` lists them. */
export const commands: readonly RegisteredCommand[] = [
  ...[group, adopt, decline, sponsor, unsponsor, ready],
  ...[domain, change, route],
  ...[propose, callVote, lgtm, vote, block, unblock, recuse, unrecuse, record],
  ...[veto, escalate, hold, unhold, final],
  ...[withdraw, revive, close],
];

/** Words that ask and change nothing: answered from what stands. */
export const questions: readonly Question[] = [status, why, can, help];

/** Every word that Steward answers to. */
export const commandNames: readonly string[] = [...commands, ...questions].map(({ name }) => name);
