export { freezeElectorate } from "./electorate.ts";
export { openConsensus } from "./open-consensus.ts";
export { openVote } from "./open-vote.ts";
export { whyCannotOpen } from "./why-cannot-open.ts";
