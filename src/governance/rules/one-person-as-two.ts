import type { KeyPath } from "../reading/key-path.ts";
import { quote } from "../reading/quote.ts";
import type { Checked, Finding, Rule } from "./rule.ts";
import { seatsOf } from "./seats-of.ts";

export const onePersonAsTwo: Rule = {
  code: "one-person-as-two",
  severity: "error",
  reports: "A login or numeric id stands under two people, or one person holds two seats of a group under two accounts (F01).",
  because: "Nobody counts twice, whatever accounts they use.",
  check: (checked) => [...sharedAccounts(checked), ...doubleSeats(checked)],
};

function sharedAccounts({ written: { people } }: Checked): readonly Finding[] {
  if (!people) return [];
  const holders = new Map<string, number>();
  return people.value.people.flatMap((person, index) =>
    person.accounts.flatMap((account, place): readonly Finding[] => {
      const at: KeyPath = ["people", index, "accounts", place];
      const holder = (key: string): number => {
        const first = holders.get(key) ?? index;
        holders.set(key, first);
        return first;
      };
      const byLogin = holder(`login ${account.login.toLowerCase()}`);
      const byId = account.id === undefined ? index : holder(`id ${account.id}`);
      const where = (other: number): string => `people.yml:${people.places.value(["people", other]).line}`;
      const fix = "list all accounts of one person under one entry, and delete the other";
      if (byLogin !== index) {
        const message = `the login ${quote(account.login)} belongs to the person in ${where(byLogin)} already`;
        return [{ file: people, at: [...at, "login"], message, fix }];
      }
      if (byId === index) return [];
      return [{ file: people, at: [...at, "id"], message: `the id ${account.id} belongs to the person in ${where(byId)} already`, fix }];
    }),
  );
}

function doubleSeats({ written, governance }: Checked): readonly Finding[] {
  if (!governance) return [];
  return written.groups.flatMap((group) => {
    const logins = new Map<string, string>();
    return seatsOf(group).flatMap(({ seat, at }) => {
      const login = seat.person.toLowerCase();
      const person = governance.personByLogin.get(login);
      if (person === undefined) return [];
      const first = logins.get(person) ?? login;
      logins.set(person, first);
      if (first === login) return [];
      const message = `${quote(seat.person)} is the same person as ${quote(first)}, who has a seat here already`;
      return [{ file: group, at: [...at, "person"], message, fix: `delete this seat, or write ${quote(first)} in both` }];
    });
  });
}
