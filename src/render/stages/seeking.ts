import { addDuration, calendarOf, formatInstant } from "../../calendar/index.ts";
import { seatedOn } from "../../governance/index.ts";
import { code, join, type Markdown, md, nothing } from "../markdown/index.ts";
import { countOf, listNames, nameAuthority, nameGroup } from "../names.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { introduceGroup, nearestGroups } from "./nearest-groups.ts";
import { listPeople, loginOf } from "./people.ts";
import { coreOf, plainBody } from "./plain-names.ts";
import type { Call, Row, StageText } from "./stage-text.ts";

const calledLeads = 3;

/** Whose file has errors mends them before anything else is asked. */
export function describeErrors(state: string, data: ProposalStatus, call: Call): StageText | null {
  const errors = data.problems.filter(({ severity }) => severity === "error").length;
  if (errors === 0) return null;
  return {
    title: `${state} · ${countOf(errors, "error")} in the file`,
    sentences: [md`${author(data, call)}, the next step is yours: mend what is listed under File.`],
    rows: data.missing.includes("group") ? groupRows(data) : [],
  };
}

/** A proposal in need of a group, then of a sponsor (S2, S3). */
export function describeSeeking(data: ProposalStatus, call: Call): StageText {
  if (data.missing.includes("group")) return seekingGroup(data, call);
  if (data.missing.includes("sponsor")) {
    return {
      title: "Proposal · waiting for a sponsor",
      sentences: [md`${author(data, call)}, the next step is yours: find a sponsor${whoSponsors(data)}, who writes ${code("/sponsor")}.`],
      rows: [...suggestions(data), ...standsRow(data)],
    };
  }
  return {
    title: "Proposal · waiting for its sponsor",
    sentences: [
      data.sponsor === null
        ? md`Its sponsor takes the next step, with ${code("/sponsor")}.`
        : md`${code(data.sponsor)}, named in the file as sponsor, takes the next step: ${code("/sponsor")}.`,
    ],
    rows: standsRow(data),
  };
}

const author = (data: ProposalStatus, call: Call): Markdown =>
  data.author.callable ? call(data.author.login) : code(data.author.login, 40);

function seekingGroup(data: ProposalStatus, call: Call): StageText {
  const { governance, record, now } = data;
  const [asked] = record.group.asked;
  if (!asked) return { title: "Proposal · waiting for a group", sentences: [chooseGroup(data, call)], rows: groupRows(data) };
  const group = governance.groups.get(asked.group);
  const leads = group ? seatedOn(group.leads, now.slice(0, 10)).map((person) => loginOf(person, governance)) : [];
  const free = leads.filter((login) => login.toLowerCase() !== data.author.login.toLowerCase());
  const called = free.slice(0, calledLeads).map(call);
  return {
    title: `Proposal · waiting for ${plainBody(asked.group, governance)} to answer`,
    sentences: [
      called.length === 0
        ? md`A lead of ${nameGroup(asked.group, governance)} answers with ${code("/adopt")} or ${code("/decline reason")}.`
        : md`${listNames(called)}, ${called.length === 1 ? "answer" : "one of you answers"} for the group with ${code("/adopt")} or ${code("/decline reason")}.`,
      md`${code(data.author.login, 40)} may ask another group meanwhile, with ${code("/group id")}.`,
    ],
    rows: groupRows(data),
  };
}

function chooseGroup(data: ProposalStatus, call: Call): Markdown {
  const [first, ...others] = nearestGroups(data);
  const who = author(data, call);
  if (!first) {
    const core = nameAuthority(coreOf(data), data.governance);
    return md`${who}, a group has to stand behind it, and none is near: ask ${core} where it belongs, or choose one with ${code("/group id")}.`;
  }
  const choice = others.length > 0 ? md`, or choose another` : nothing;
  return md`${who}, the next step is yours: a group has to stand behind it. Ask ${nameGroup(first.id, data.governance)} with ${code(`/group ${first.id}`)}${choice}.`;
}

function groupRows(data: ProposalStatus): readonly Row[] {
  const { record, governance } = data;
  const asked = record.group.asked.map(({ group, at }) => md`${nameGroup(group, governance)}, ${formatInstant(at)}`);
  const declined = record.group.declined.map((group) => nameGroup(group, governance));
  const near = nearestGroups(data).filter(({ id }) => !record.group.asked.some(({ group }) => group === id));
  return [
    ...(asked.length === 0 ? [] : [["Asked", join(asked.slice(0, 5), " · ")] as const, ["Without an answer", whoIsNext(data)] as const]),
    ...(declined.length === 0 ? [] : [["Declined", listNames(declined.slice(0, 5))] as const]),
    ...(near.length === 0
      ? []
      : [
          [
            "Nearest groups",
            join(
              near.map((group) => introduceGroup(group, data)),
              "; ",
            ),
          ] as const,
        ]),
  ];
}

/** S2: the other leads once, then Core. */
function whoIsNext(data: ProposalStatus): Markdown {
  const { record, governance } = data;
  const { asked, rounds, soughtAt } = record.group;
  const core = nameAuthority(coreOf(data), governance);
  const from = soughtAt ?? asked[0]?.at;
  if (from === undefined || rounds >= 2) return md`${core} were asked to name a group`;
  const due = formatInstant(addDuration(from, governance.project["front-door"]["ask-lead-after"], calendarOf(governance.project.calendar)));
  return rounds === 0 ? md`its leads are asked once more after ${due}` : md`${core} are asked to name a group after ${due}`;
}

function whoSponsors({ governance }: ProposalStatus): Markdown {
  const names = governance.ladder.levels.filter((level) => level["may-sponsor"]).map(({ name }) => md`${name}`);
  return names.length === 0 ? nothing : md` (who may: ${join(names, ", ")})`;
}

function suggestions({ sponsorSuggestions }: ProposalStatus): readonly Row[] {
  const names = sponsorSuggestions.slice(0, 3).map((login) => code(login, 40));
  return names.length === 0 ? [] : [["Could sponsor", listPeople(names)]];
}

function standsRow({ record, governance }: ProposalStatus): readonly Row[] {
  return record.group.stands === null ? [] : [["Group", md`${nameGroup(record.group.stands, governance)} stands behind it`]];
}
