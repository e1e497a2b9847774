import type { IncomingMessage } from "node:http";

export type Body = { readonly kind: "read"; readonly text: string } | { readonly kind: "too-large" | "no-room" | "aborted" };

/** Bytes that may be held at once, by all requests together. */
export interface Room {
  free: number;
}

/**
 * Reads the whole body as UTF-8. Stops, and leaves the rest unread, at `maximum` bytes or when there is no more room: whoever
 * answers then must close the connection. What was taken from the room is given back by the time the body is answered.
 */
export function readBody(request: IncomingMessage, maximum: number, room: Room): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > maximum) return Promise.resolve({ kind: "too-large" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      room.free -= chunk.length;
      chunks.push(chunk);
      if (bytes > maximum) end({ kind: "too-large" });
      else if (room.free < 0) end({ kind: "no-room" });
    };
    const onEnd = (): void => end({ kind: "read", text: Buffer.concat(chunks).toString("utf8") });
    const onClose = (): void => end({ kind: "aborted" });
    const end = (body: Body): void => {
      request.off("data", onData).off("end", onEnd).off("close", onClose).pause();
      room.free += bytes;
      bytes = 0;
      resolve(body);
    };
    // Without a listener, a connection that breaks would end the process; `close` follows and tells.
    request.on("error", () => undefined);
    request.on("data", onData).on("end", onEnd).on("close", onClose);
  });
}
