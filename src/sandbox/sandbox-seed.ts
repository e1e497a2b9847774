import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/**
 * What a sandbox is made from. Kept in its data folder, so that the next start makes the same world and carries out again
 * what happened in it. Its keys and tokens open nothing but this sandbox.
 */
export const SandboxSeed = z.object({
  version: z.literal(1),
  /** Moment of the first start: everything in the world is stamped with it. */
  createdAt: z.number(),
  appId: z.int(),
  privateKey: z.string(),
  webhookSecret: z.string(),
  /** From this every person's token is derived. */
  tokenSeed: z.string(),
  /** Folder the constitution was read from, as shown to people; null for the shipped one. */
  governanceFolder: z.string().nullable(),
  constitution: z.array(z.object({ path: z.string(), text: z.string() })),
});
export type SandboxSeed = z.infer<typeof SandboxSeed>;

const seedFile = (dataDir: string): string => join(dataDir, "sandbox-seed.json");

export function readSeed(dataDir: string): SandboxSeed | null {
  if (!existsSync(seedFile(dataDir))) return null;
  return SandboxSeed.parse(JSON.parse(readFileSync(seedFile(dataDir), "utf8")));
}

/** Written beside and renamed: a start that is killed leaves either no seed or a whole one. */
export function writeSeed(dataDir: string, seed: SandboxSeed): void {
  const draft = `${seedFile(dataDir)}.new`;
  writeFileSync(draft, JSON.stringify(seed), { mode: 0o600 });
  renameSync(draft, seedFile(dataDir));
}

export function newSeed(createdAt: number, source: Pick<SandboxSeed, "governanceFolder" | "constitution">): SandboxSeed {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return {
    version: 1,
    createdAt,
    appId: 4100,
    privateKey,
    webhookSecret: randomBytes(20).toString("hex"),
    tokenSeed: randomBytes(20).toString("hex"),
    ...source,
  };
}
