import { readEnvironment, runApp } from "./app/index.ts";

const start = readEnvironment(process.env);
switch (start.kind) {
  case "sandbox": {
    const { runSandbox } = await import("./sandbox/main.ts");
    process.exit(await runSandbox(process.argv.slice(2), process.env));
    break;
  }
  case "app":
    await runApp(start.settings);
    break;
  case "refused":
    console.error(
      [
        "Steward cannot start:",
        ...start.problems.map((problem) => `- ${problem}`),
        "Without APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, npm start opens the sandbox.",
      ].join("\n"),
    );
    process.exit(2);
}
