import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import { quote } from "../reading/quote.ts";
import type { GroupFile } from "../schema/index.ts";
import type { Rule } from "./rule.ts";

export const twoOwners: Rule = {
  code: "two-owners",
  severity: "error",
  reports: "Two Working Groups that are not retired own one domain; reported at both.",
  because: "A proposal has one route. Scope disputes are settled by Core Maintainers, not by the order of files.",
  check({ written }) {
    const claims = written.groups.flatMap(claimsOf);
    return claims.flatMap(({ domain, file, at }) => {
      const other = claims.find((claim) => claim.domain === domain && claim.file !== file);
      if (!other) return [];
      const where = `${other.file.path}:${other.file.places.value(other.at).line}`;
      const message = `the domain ${quote(domain)} has two owners: this group and ${quote(other.file.value.id)} (${where})`;
      return [{ file, at, message, fix: "leave it under `owns` in one of the two, and write it under `advises` in the other" }];
    });
  },
};

interface Claim {
  readonly domain: string;
  readonly file: WrittenFile<GroupFile>;
  readonly at: KeyPath;
}

/** Interest Groups own nothing, which is reported as that. */
function claimsOf(file: WrittenFile<GroupFile>): readonly Claim[] {
  if (file.value.kind !== "working-group" || file.value.status === "retired") return [];
  return file.value.scope.owns.map((domain, index) => ({ domain, file, at: ["scope", "owns", index] }));
}
