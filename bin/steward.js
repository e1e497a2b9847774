#!/usr/bin/env node
// Starts the command with the Node that the package depends on, whichever Node is on the PATH.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(
  dirname(createRequire(import.meta.url).resolve("node/package.json")),
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const run = spawnSync(node, [join(root, "src", "cli", "main.ts"), ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(run.status ?? 1);
