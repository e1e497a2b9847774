export { type Delivery, DeliveryLog } from "./delivery.ts";
export { messagesOf } from "./dispatch.ts";
export { type Message, Sender } from "./sender.ts";
