#!/usr/bin/env node
// Starts the command with the Node that the package depends on, whichever Node is on the PATH.
// In a clone the sources run as they are; Node strips types nowhere below node_modules, so an installed package brings `dist`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, "src", "cli", "main.ts");
const node = join(
  dirname(createRequire(import.meta.url).resolve("node/package.json")),
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const run = spawnSync(node, [existsSync(source) ? source : join(root, "dist", "cli", "main.js"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exit(run.status ?? 1);
