import { parseSandboxOptions } from "./sandbox-options.ts";

/** `npm start` without credentials. Resolves with the exit status when the sandbox could not start; otherwise runs until a signal. */
export async function runSandbox(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const options = parseSandboxOptions(argv);
  if (!options.ok) {
    (options.error.exitCode === 0 ? process.stdout : process.stderr).write(`${options.error.text}\n`);
    return options.error.exitCode;
  }
  if (environment.NODE_ENV === "production") {
    process.stderr.write(
      "This would start the sandbox: invented people, and a stand-in instead of GitHub. NODE_ENV is production, so it does not start.\n" +
        "For the real App set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET (docs/install.md); for the sandbox unset NODE_ENV.\n",
    );
    return 2;
  }
  const { startSandbox, SandboxRefused } = await import("./start-sandbox.ts");
  try {
    const sandbox = await startSandbox(options.value, (line) => process.stdout.write(`${line}\n`));
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    });
    await sandbox.stop();
    return 0;
  } catch (fault) {
    if (!(fault instanceof SandboxRefused)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    return 2;
  }
}
