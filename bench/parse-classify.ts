import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readGovernanceFolder } from "../src/adapters/folder/read-governance-folder.ts";
import { readSpecificationIndex } from "../src/adapters/folder/read-specification-index.ts";
import { loadGovernance } from "../src/governance/index.ts";
import { parseProposal } from "../src/proposals/index.ts";
import { prepareClassifier } from "../src/routing/classify/index.ts";
import { proposalText } from "../test/support/proposal-text.ts";
import { quantile } from "./quantile.ts";

/** Milliseconds of one call, after `warm` calls that do not count; median of `runs`. */
function median(runs: number, warm: number, work: () => void): number {
  const times: number[] = [];
  for (let run = -warm; run < runs; run++) {
    const start = performance.now();
    work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

export async function benchParseClassify(): Promise<void> {
  const { governance } = loadGovernance(await readGovernanceFolder("governance"), { commit: null, today: "2026-11-23" });
  if (!governance) throw new Error("The shipped constitution does not load.");
  const index = await readSpecificationIndex();
  const start = performance.now();
  const classifier = prepareClassifier(governance, index);
  console.log(`classifier prepared in ${(performance.now() - start).toFixed(0)} ms (once per constitution)`);

  const paragraph = "A server MAY set `label` on a task that `tasks/get` returns, and a client SHOULD show it beside the `taskId`.\n\n";
  const long = proposalText({ specification: paragraph.repeat(990) });
  const lines = long.split("\n").length;
  const parse = median(20, 5, () => void parseProposal(long, "seps/1-long.md"));
  const document = parseProposal(long, "seps/1-long.md");
  const classify = median(20, 5, () => void classifier.classify(document, { changedPaths: [] }));
  console.log(`a SEP of ${lines} lines: parse ${parse.toFixed(1)} ms, classify ${classify.toFixed(1)} ms (aim: under 20 together)`);

  const folder = join("..", "shared", "mcp", "seps");
  let files: string[];
  try {
    files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  } catch {
    console.log("the real files: skipped, ../shared is absent");
    return;
  }
  const all = median(5, 0, () => {
    for (const text of files) classifier.classify(parseProposal(text, "seps/1-a.md"), { changedPaths: [] });
  });
  console.log(`the ${files.length} real files: parse and classify ${all.toFixed(0)} ms (aim: under 500 together)`);
}
