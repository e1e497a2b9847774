export type { Delivery } from "./delivery.ts";
export { messagesOf } from "./dispatch.ts";
export { Sender } from "./sender.ts";
