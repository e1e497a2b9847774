export { openConsensus } from "./open-consensus.ts";
export { openVote } from "./open-vote.ts";
