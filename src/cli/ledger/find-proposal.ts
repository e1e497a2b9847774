import type { LedgerStore } from "../../adapters/store/index.ts";
import type { Subject } from "../../ports/ledger.ts";
import { WrongUse } from "../wrong-use.ts";

/** The proposal with the number. `repository`: `owner/name` or an id, needed where several repositories have it. Throws `WrongUse`. */
export async function findProposal(
  { ledger, repositories }: Pick<LedgerStore, "ledger" | "repositories">,
  number: number,
  repository: string | null,
): Promise<Subject> {
  const names = new Map((await repositories.list()).map(({ id, owner, name }) => [id, `${owner}/${name}`]));
  const nameOf = ({ repositoryId }: Subject) => names.get(repositoryId) ?? String(repositoryId);
  const numbered = (await ledger.list()).filter(({ pullRequest }) => pullRequest === number);
  const wanted = repository?.toLowerCase() ?? null;
  const found = numbered.filter(
    (subject) => wanted === null || nameOf(subject).toLowerCase() === wanted || String(subject.repositoryId) === wanted,
  );
  const [only, ...others] = found;
  if (only === undefined) {
    throw new WrongUse(`Nothing is recorded of a proposal #${number}${repository === null ? "" : ` in ${repository}`}.`);
  }
  if (others.length > 0) {
    throw new WrongUse(`Several repositories have a proposal #${number}: say which with --repository ${found.map(nameOf).join(" or ")}.`);
  }
  return only;
}
