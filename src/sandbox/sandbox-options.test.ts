import { resolve } from "node:path";
import { parseSandboxOptions } from "./sandbox-options.ts";

test("without options the sandbox uses the shipped rules, the samples and its own folder", () => {
  expect(parseSandboxOptions([])).toEqual({
    ok: true,
    value: { port: 4100, dataDir: resolve(".steward"), governance: null, seps: null, samples: true, paced: false },
  });
});

test("every option is understood, and folders count from the working directory", () => {
  const options = parseSandboxOptions(["--port", "0", "--data-dir", "d", "--governance", "g", "--seps", "/s", "--no-samples", "--paced"]);

  expect(options).toEqual({
    ok: true,
    value: { port: 0, dataDir: resolve("d"), governance: resolve("g"), seps: "/s", samples: false, paced: true },
  });
});

test.each([
  [["--prot", "1"], /unknown option '--prot'/],
  [["--port", "seventy"], /A port is a number/],
  [["--port", "70000"], /A port is a number/],
  [["--seps"], /argument missing/],
  [["extra"], /too many arguments/],
])("wrong use %j ends with status 2 and says what is wrong", (argv, sentence) => {
  expect(parseSandboxOptions(argv)).toMatchObject({ ok: false, error: { exitCode: 2, text: expect.stringMatching(sentence) } });
});

test("help is no mistake", () => {
  expect(parseSandboxOptions(["--help"])).toMatchObject({
    ok: false,
    error: { exitCode: 0, text: expect.stringContaining("--seps <folder>") },
  });
});
