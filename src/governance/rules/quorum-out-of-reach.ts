import { quote } from "../reading/quote.ts";
import { decidingAuthorities } from "./deciding-authorities.ts";
import { electorates, lackOfEverybody, yesNeeded } from "./electorate.ts";
import type { Checked, Finding, Rule } from "./rule.ts";
import { referencesToNothing } from "./unknown-reference.ts";

export const quorumOutOfReach: Rule = {
  code: "quorum-out-of-reach",
  severity: "error",
  reports: "A procedure asks for more people, or more organisations, than the group or authority has with everybody present.",
  because: "Such a decision could never be taken.",
  check(checked) {
    // Who holds a misspelt level, nobody can tell.
    const isRosterKnown = referencesToNothing(checked, "level").length === 0;
    return [...ofGroups(checked), ...(isRosterKnown ? [...ofAuthorities(checked), ...ofConfirming(checked), ...ofLadder(checked)] : [])];
  },
};

function ofGroups(checked: Checked): readonly Finding[] {
  return electorates(checked).flatMap((electorate) => {
    const lack = lackOfEverybody(electorate);
    if (lack === null) return [];
    const { file, at, procedure, clause } = electorate;
    const message = `${quote(procedure.id)} (${clause}) can never end with yes here: ${lack}`;
    return [
      {
        file,
        at,
        message,
        fix: "name more voters, or delegate by a procedure that asks for fewer",
      },
    ];
  });
}

function ofAuthorities({ written: { project }, governance }: Checked): readonly Finding[] {
  if (!project || !governance) return [];
  return [...governance.authorities.values()].flatMap((authority) => {
    const procedure = authority.procedure === null ? undefined : governance.procedures.get(authority.procedure);
    if (!procedure || authority.members.length === 0 || authority.members.length >= yesNeeded(procedure)) return [];
    const message = `${quote(procedure.id)} needs ${yesNeeded(procedure)} persons to say yes, and ${authority.name} has ${authority.members.length}`;
    return [{ file: project, at: ["authorities", authority.id, "procedure"], message, fix: "choose a procedure that asks for fewer" }];
  });
}

/** A text that changed after acceptance would never be anybody's again (X5). */
function ofConfirming({ written: { procedures }, governance }: Checked): readonly Finding[] {
  if (!procedures || !governance) return [];
  const needed = governance.rules.confirm["authority-members"];
  const deciding = decidingAuthorities(governance.project);
  const short = [...governance.authorities.values()].find(
    ({ id, members }) => deciding.has(id) && members.length > 0 && members.length < needed,
  );
  if (!short) return [];
  const message = `${needed} members must confirm a changed text, and ${short.name} has ${short.members.length}`;
  return [{ file: procedures, at: ["confirm", "authority-members"], message, fix: `write at most ${short.members.length}` }];
}

function ofLadder({ written: { ladder }, governance }: Checked): readonly Finding[] {
  if (!ladder || !governance) return [];
  return (["levels", "group-roles"] as const).flatMap((list) =>
    ladder.value[list].flatMap((level, index) =>
      level.approvers.flatMap((approver, place) => {
        const members = governance.authorities.get(approver.authority)?.members.length ?? 0;
        if (approver.count === undefined || members === 0 || members >= approver.count) return [];
        const at = [list, index, "approvers", place, "count"];
        const message = `${quote(level.id)} needs ${approver.count} approvals of ${quote(approver.authority)}, which has ${members} members`;
        return [{ file: ladder, at, message, fix: `write at most ${members}` }];
      }),
    ),
  );
}
