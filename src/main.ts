// What is heavy is loaded once it is known to be needed: a mistake in the environment is told at once.
import { readEnvironment } from "./app/read-environment.ts";

const start = readEnvironment(process.env);
switch (start.kind) {
  case "sandbox": {
    const { runSandbox } = await import("./sandbox/main.ts");
    process.exit(await runSandbox(process.argv.slice(2), process.env));
    break;
  }
  case "app": {
    const { runApp } = await import("./app/run-app.ts");
    await runApp(start.settings);
    break;
  }
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
