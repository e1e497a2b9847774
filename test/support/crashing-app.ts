import { appendFileSync } from "node:fs";
import { composeApp } from "../../src/app/compose-app.ts";
import { createLog } from "../../src/app/create-log.ts";
import { systemClock } from "../../src/app/system-clock.ts";

/**
 * A process for the crash test: an App on a folder whose passes write a line into a file when they end.
 * Arguments: data folder, file, address of GitHub, key in base64, secret, milliseconds that a pass takes.
 */
const [folder = "", file = "", gitHub = "", key = "", secret = "", milliseconds = "0"] = process.argv.slice(2);
const app = await composeApp(
  {
    credentials: { appId: 4242, privateKey: Buffer.from(key, "base64").toString("utf8"), webhookSecrets: [secret] },
    apiBaseUrl: gitHub,
    storage: { kind: "folder", path: folder, owner: "real" },
    http: { host: "127.0.0.1", port: 0 },
    log: createLog("warn"),
    clock: systemClock,
    paced: false,
    governanceFolder: "governance",
    proposedDelegationsAct: false,
    onFolderLost: () => process.exit(70),
    onProgress: (step) => console.log(`progress ${step}`),
  },
  {
    createReconciler: () => ({
      async reconcile(subject) {
        await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
        appendFileSync(file, `${subject.pullRequest}\n`);
        return { kind: "gone" };
      },
      completeMergeGroup: async () => undefined,
      completeMergeQueue: async () => undefined,
      sweep: async () => ({ open: 0, looks: 0 }),
      listEveryPullRequest: async () => [],
      recover: async () => ({ kind: "recorded" }),
    }),
  },
);
console.log(`ready ${app.url}`);
