import { readGovernanceFolder } from "../adapters/folder/read-governance-folder.ts";
import type { SourceFile } from "../domain/source-file.ts";
import { type Governance, loadGovernance } from "../governance/index.ts";
import { inventConstitution } from "./invented-constitution.ts";

const today = "2026-11-23";
const shipped = await readGovernanceFolder("governance");
const real = resolved(shipped);
const ids = new Map<string, number>();
const idOf = (login: string): number => {
  ids.set(login, ids.get(login) ?? 1000 + ids.size);
  return ids.get(login) ?? 0;
};
const invented = inventConstitution(shipped, {
  repository: "sandbox/specification",
  conformance: "sandbox-protocol/conformance",
  isReal: (login) => real.personByLogin.has(login.toLowerCase()),
  idOf,
});
const stage = resolved(invented.files);

it("asks the sandbox's own conformance repository, and none that is real", () => {
  expect(stage.project.conformance?.repository).toBe("sandbox-protocol/conformance");
});

function resolved(files: readonly SourceFile[]): Governance {
  const { governance, problems } = loadGovernance(files, { commit: null, today });
  if (!governance) throw new Error(JSON.stringify(problems.filter((problem) => problem.severity === "error")));
  return governance;
}

test("no real login is left anywhere in people, groups or project", () => {
  const text = invented.files.filter((file) => /^(people|project|groups\/)/.test(file.path)).map((file) => file.text);
  const left = [...real.personByLogin.keys()].filter((login) =>
    text.some((page) => new RegExp(`(?<![\\w-])${login}(?![\\w-])`, "i").test(page)),
  );

  expect(left.filter((login) => !stage.groups.has(login))).toEqual([]);
});

test("groups, domains, delegations and procedures stay as shipped", () => {
  expect([...stage.groups.keys()]).toEqual([...real.groups.keys()]);
  expect([...stage.domains.keys()]).toEqual([...real.domains.keys()]);
  const delegations = (governance: Governance) =>
    [...governance.groups.values()].map((group) => group.delegations.map(({ clause: _, ...rest }) => rest));
  expect(delegations(stage)).toEqual(delegations(real));
  expect([...stage.procedures.values()]).toEqual([...real.procedures.values()]);
});

test("each authority keeps its number of people, and one person of two accounts stays one person", () => {
  for (const [id, authority] of real.authorities) expect(stage.authorities.get(id)?.members.length).toBe(authority.members.length);
  expect(stage.people.get(stage.authorities.get("lead-maintainers")?.members[0] ?? "")?.accounts.length).toBeGreaterThan(1);
});

test("every chartered Working Group can act: two leads, five voters, none of whose terms has ended", () => {
  for (const group of stage.groups.values()) {
    if (group.kind !== "working-group" || group.status !== "chartered") continue;
    expect([group.id, group.leads.length >= 2, group.voters.length >= 5, group.voters.some(({ until }) => until !== null)]).toEqual([
      group.id,
      true,
      true,
      false,
    ]);
  }
});

test("the sandbox enforces, whatever mode the source names", () => {
  expect(stage.project).toMatchObject({ mode: "enforce", paused: false, repository: "sandbox/specification" });
  expect(stage.project.recorders).toHaveLength(1);
});

test("people whom the caller invented keep their logins", () => {
  const kept = inventConstitution(shipped, { repository: "a/b", conformance: "sandbox-protocol/conformance", isReal: () => false, idOf });

  expect(resolved(kept.files).people.has([...real.people.keys()][0] ?? "")).toBe(true);
});
