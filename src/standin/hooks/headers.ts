import { createHmac } from "node:crypto";
import type { Delivery } from "./delivery.ts";

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers */
export function headersOf(delivery: Delivery, secret: string): Record<string, string> {
  const { app, payload } = delivery;
  const sign = (algorithm: string) => `${algorithm}=${createHmac(algorithm, secret).update(payload).digest("hex")}`;
  return {
    accept: "*/*",
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(payload)),
    "user-agent": "GitHub-Hookshot/5d1c7c2",
    "x-github-delivery": delivery.guid,
    "x-github-event": delivery.event,
    "x-github-hook-id": String(app.hookId),
    "x-github-hook-installation-target-id": String(app.id),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature": sign("sha1"),
    "x-hub-signature-256": sign("sha256"),
  };
}
