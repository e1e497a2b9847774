import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hex digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** SHA-256 of a value's canonical JSON (RFC 8785): equal values give equal digests, whatever the order of their members. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
