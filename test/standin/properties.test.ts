import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  changeTree,
  compareTrees,
  emptyTree,
  findMergeBase,
  isAncestor,
  listCommits,
  ObjectStore,
  walkTree,
} from "../../src/standin/git/index.ts";
import { operations } from "../../src/standin/operations/index.ts";
import { type Acme, startAcme } from "./acme.ts";

const by = { name: "Ada", email: "ada@example.org", seconds: 1 };

/** Random histories: each commit names up to two earlier ones as parents. */
const histories = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.constantFrom(0, 1, 1, 1, 2, 2)), { minLength: 1, maxLength: 30 });

function build(shape: readonly (readonly [number, number, number])[]) {
  const objects = new ObjectStore();
  const commits: string[] = [];
  const ancestors = new Map<string, Set<string>>();
  for (const [at, [first, second, count]] of shape.entries()) {
    const parents = [...new Set([first, second].slice(0, count).map((number) => commits[number % Math.max(1, at)] ?? ""))].filter(Boolean);
    const sha = objects.putCommit({ tree: emptyTree, parents, author: by, committer: by, message: String(at) });
    ancestors.set(sha, new Set([sha, ...parents.flatMap((parent) => [...(ancestors.get(parent) ?? [])])]));
    commits.push(sha);
  }
  const reach = (sha: string) => ancestors.get(sha) ?? new Set<string>();
  return { objects, commits, reach };
}

describe("history agrees with plain sets of ancestors", () => {
  test("in who comes after whom, in what a branch adds, and in the best common ancestor", () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (shape, one, other) => {
        const { objects, commits, reach } = build(shape);
        const [a = "", b = ""] = [one, other].map((number) => commits[number % commits.length]);
        const common = [...reach(a)].filter((sha) => reach(b).has(sha));
        const best = common.filter((sha) => !common.some((later) => later !== sha && reach(later).has(sha)));

        const added = listCommits(objects, a, b);

        expect(isAncestor(objects, a, b)).toBe(reach(b).has(a));
        expect(new Set(added)).toEqual(new Set([...reach(b)].filter((sha) => !reach(a).has(sha))));
        for (const [at, sha] of added.entries()) for (const later of added.slice(at + 1)) expect(reach(sha).has(later)).toBe(false);
        const base = findMergeBase(objects, a, b);
        if (best.length === 0) expect(base).toBeUndefined();
        else expect(best).toContain(base);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe("comparison agrees with lists of paths", () => {
  const path = fc.array(fc.constantFrom("a", "b", "a.b", "A", "ü"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  const files = fc.dictionary(path, fc.constantFrom("1", "2", "3"), { maxKeys: 8 });

  test("whatever files and folders come and go", () => {
    fc.assert(
      fc.property(files, files, (before, after) => {
        const objects = new ObjectStore();
        const tree = (texts: Record<string, string>) => {
          const changes = Object.entries(texts).map(
            ([name, text]) => [name, { mode: "100644" as const, sha: objects.putBlob(Buffer.from(text)) }] as const,
          );
          return changeTree(objects, emptyTree, new Map(changes));
        };
        const [from, to] = [tree(before), tree(after)];
        const leaves = (sha: string) =>
          new Map([...walkTree(objects, sha)].filter(({ mode }) => mode !== "040000").map((entry) => [entry.path, entry.sha]));
        const [was, is] = [leaves(from), leaves(to)];
        const expected = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name));

        const found = compareTrees(objects, from, to).flatMap((change) => [
          change.path,
          ...(change.previousPath === null ? [] : [change.previousPath]),
        ]);

        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

describe("requests of any shape", () => {
  let acme: Acme;
  beforeAll(async () => {
    acme = await startAcme();
    acme.github.world.repositories.pullRequest("acme/spec", { by: "alice", title: "T", branch: "b", files: { f: "f" } });
    acme.github.world.repositories.issue("acme/spec", { by: "alice", title: "I" });
  });
  afterAll(async () => {
    await acme.close();
  });

  const odd = fc.oneof(
    fc.constantFrom(
      "acme",
      "spec",
      "alice",
      "main",
      "heads/main",
      "main...main",
      "events-wg",
      "1",
      "2",
      "README.md",
      "bug",
      "0".repeat(40),
      "constructor",
      "__proto__",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  const field = fc.oneof(
    odd,
    fc.jsonValue({ maxDepth: 2 }),
    fc.integer(),
    fc.array(odd, { maxLength: 3 }),
    fc.constant("x".repeat(70_000)),
  );
  const names = [
    "title",
    "body",
    "labels",
    "name",
    "color",
    "state",
    "ref",
    "sha",
    "content",
    "message",
    "tree",
    "parents",
    "head",
    "base",
    "reviewers",
    "event",
    "output",
    "head_sha",
    "conclusion",
    "assignees",
    "permissions",
    "base_tree",
    "author",
    "annotations",
  ];
  const body = fc.oneof(fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 6 }), fc.jsonValue({ maxDepth: 2 }));

  test("are answered, never with a fault of the stand-in", async () => {
    const tokens = [
      acme.github.world.accounts.token("olga"),
      acme.github.world.accounts.token("sten"),
      acme.github.world.apps.installationToken("steward", "acme"),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations),
        fc.array(odd, { minLength: 4, maxLength: 4 }),
        body,
        fc.nat(2),
        async (operation, parts, sent, who) => {
          const values = operation.pattern.startsWith("/repos/")
            ? ["acme", "spec", ...parts]
            : operation.pattern.startsWith("/orgs/")
              ? ["acme", ...parts]
              : parts;
          let at = 0;
          const path = operation.pattern.replaceAll(/\{\w+\}/g, () => encodeURIComponent(values[at++] ?? ""));
          if (operation.id === "repos/delete") return;

          const answer = await fetch(`${acme.github.url}${path}?per_page=${parts[0]?.length}&page=${parts[1]?.length}`, {
            method: operation.method,
            headers: { authorization: `token ${tokens[who]}` },
            body: operation.method === "GET" ? null : JSON.stringify(sent),
          });
          await answer.arrayBuffer();

          expect(answer.status).toBeLessThan(500);
          expect(acme.github.defects).toEqual([]);
        },
      ),
      { seed: 13, numRuns: 800 },
    );
  });
});
