import { valueAt } from "../reading/value-at.ts";
import type { Rule } from "./rule.ts";
import { referencesToNothing } from "./unknown-reference.ts";

export const confirmationsOutOfReach: Rule = {
  code: "confirmations-out-of-reach",
  severity: "warning",
  reports: "An entered decision asks for more confirmations than Core Maintainers other than the one who entered it can give.",
  because: "It would always wait until its time is over, however clear it is (D2).",
  check(checked) {
    const { written, governance } = checked;
    const { project } = written;
    // Who holds a misspelt level, nobody can tell.
    if (!project || !governance || referencesToNothing(checked, "level").length > 0) return [];
    const { recorders, recording } = project.value;
    const members = governance.authorities.get("core-maintainers")?.members ?? [];
    const persons = recorders.map((login) => governance.personByLogin.get(login.toLowerCase()));
    // A recorder who is no member confirms nothing, so every member still can.
    const others = persons.some((person) => person !== undefined && !members.includes(person)) ? members.length : members.length - 1;
    if (members.length === 0 || recording.confirmations <= others) return [];
    const message = `${recording.confirmations} others must confirm an entered decision, and there are ${others}`;
    const fix = others > 0 ? `write at most ${others}` : "name a second Core Maintainer, or a recorder";
    const key = ["recording", "confirmations"];
    const isWritten = valueAt(written.raw.get(project.path), key) !== undefined;
    return [{ file: project, at: isWritten ? key : ["authorities", "core-maintainers"], on: isWritten ? "value" : "key", message, fix }];
  },
};
