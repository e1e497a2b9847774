import type { Person } from "../model.ts";
import { countOrganisations } from "../organisations.ts";
import { quote, quoteList } from "../reading/quote.ts";
import { canDecide, type Electorate, electorates, lackOfEverybody, organisationsNeeded, seatPath, yesNeeded } from "./electorate.ts";
import type { Finding, Rule } from "./rule.ts";

export const consentsOutOfReach: Rule = {
  code: "consents-out-of-reach",
  severity: "warning",
  reports: "A group can decide with everybody present, but not with those whose term runs, or not once an author or sponsor is recused.",
  because: "Proposals by that person, or all meanwhile, fall to Core.",
  check: (checked) =>
    electorates(checked)
      // No lead, or voters of one organisation, is reported as that.
      .filter((electorate) => electorate.isLed && lackOfEverybody(electorate) === null && countOrganisations(electorate.voters) > 1)
      .flatMap(findingFor),
};

function findingFor(electorate: Electorate): readonly Finding[] {
  const { file, at, procedure, clause, voters, recuses } = electorate;
  const asks = `${asked(electorate)} that ${quote(procedure.id)} asks (${clause})`;
  if (!canDecide(procedure, voters)) {
    const message = `today ${asks} cannot be reached: the terms of ${voters.length} voters of ${countOrganisations(voters)} organisations run`;
    return [{ file, at, message, fix: "renew terms or name more voters; meanwhile Core decides" }];
  }
  const needed = recuses ? voters.filter((person) => !canDecide(procedure, without(voters, person))) : [];
  const [only] = needed;
  if (!only) return [];
  const logins = needed.map((person) => person.login);
  const message = `with ${logins.length === 1 ? quote(only.login) : `${logins.length === 2 ? "either of" : "any one of"} ${quoteList(logins)}`} recused as author or sponsor, ${asks} cannot be reached`;
  const whose = logins.length === 1 ? `proposals of ${quote(only.login)}` : "their proposals";
  return [
    {
      file,
      at: logins.length === 1 ? seatPath(file, only) : at,
      message,
      fix: `name a voter of another organisation, or ${whose} go to Core`,
    },
  ];
}

const without = (people: readonly Person[], person: Person): readonly Person[] => people.filter((other) => other !== person);

function asked({ procedure }: Electorate): string {
  const yes = yesNeeded(procedure);
  const organisations = organisationsNeeded(procedure);
  if (procedure.kind === "vote" || yes < 2) return "two voters of two organisations, besides what";
  return organisations > 1 ? `the ${yes} consents from ${organisations} organisations` : `the ${yes} consents`;
}
