import { countOrganisations } from "../organisations.ts";
import { quote } from "../reading/quote.ts";
import { electorates, lackOfEverybody } from "./electorate.ts";
import type { Rule } from "./rule.ts";

export const oneOrganisation: Rule = {
  code: "one-organisation",
  severity: "warning",
  reports: "The voters of a group that holds a delegation are not shown to be of two organisations, or there is only one.",
  because: "One organisation does not decide for the protocol; meanwhile Core decides.",
  check(checked) {
    const seen = new Set<string>();
    return electorates(checked).flatMap((electorate) => {
      const { file, voters, isLed } = electorate;
      if (!isLed || seen.has(file.path) || voters.length === 0 || countOrganisations(voters) > 1 || lackOfEverybody(electorate) !== null)
        return [];
      seen.add(file.path);
      const unstated = voters.filter((person) => person.affiliation === null).map((person) => person.login);
      const known = voters.find((person) => person.affiliation !== null)?.affiliation;
      const all = known ? `of ${quote(known)}` : "without a stated organisation";
      const message =
        voters.length === 1
          ? `the only voter is ${quote(voters[0]?.login)}; a decision needs two, of two organisations`
          : `the ${voters.length} voters are ${unstated.length > 0 && known ? "of one known organisation" : `all ${all}`}; a decision needs two organisations`;
      const fix =
        unstated.length > 0 && voters.length > 1
          ? `state the affiliation of ${unstated.map(quote).join(", ")} in people.yml`
          : "name a voter of another organisation; meanwhile Core decides";
      return [{ file, at: ["leads"], on: "key" as const, message, fix }];
    });
  },
};
