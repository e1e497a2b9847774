import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportLedger } from "../adapters/store/index.ts";
import type { PageContext } from "./app-options.ts";

export const ledgerPath = "/api/ledger.jsonl";

/**
 * What `steward ledger export` writes, without reasons: people's words are for those who hold the database, and a redaction must not
 * leave copies behind. A reader that is cut off finds no total, so that half an export never verifies.
 */
export async function serveLedger(context: PageContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const repositories = await context.repositories();
  response.writeHead(200, {
    "content-type": "application/jsonl; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  await pipeline(Readable.from(exportLedger(context.ledger, repositories, { withReasons: false })), response);
}
