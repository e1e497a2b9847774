export { type AnsweredAct, type Reply, renderReply } from "./render-reply.ts";
export { renderTextChange } from "./text-change.ts";
