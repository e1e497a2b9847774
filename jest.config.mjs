// Node runs the sources as they are; Jest needs them turned into plain ES modules first.
const transform = {
  "^.+\\.ts$": ["@swc/jest", { jsc: { target: "es2024", parser: { syntax: "typescript" } }, module: { type: "es6" } }],
};

export default {
  testEnvironment: "node",
  roots: ["<rootDir>/src", "<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/test/contract/node_modules"],
  extensionsToTreatAsEsm: [".ts"],
  transform,
  coverageProvider: "v8",
  collectCoverageFrom: [
    "src/{kernel,domain,governance,calendar,proposals,ports,routing,procedures,ladder,conformance,commands,render,core}/**/*.ts",
    "!**/*.test.ts",
  ],
  testTimeout: 30_000,
};
