export { type AnsweredAct, type Reply, renderReply } from "./render-reply.ts";
