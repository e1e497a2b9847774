import { benchAccuracy } from "./accuracy.ts";
import { benchLatency } from "./latency.ts";
import { benchParseClassify } from "./parse-classify.ts";
import { benchRequests } from "./requests.ts";

const benches = { accuracy: benchAccuracy, parse: benchParseClassify, requests: benchRequests, latency: benchLatency };

/** `npm run bench`, or one of them: `npm run bench -- parse`. */
const [wanted] = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.log(`== ${name}`);
  await bench();
}
