import { formatDay } from "../../calendar/index.ts";
import { code, md } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { attestationRow } from "./opening.ts";
import type { Call, StageText } from "./stage-text.ts";

/** A draft has its sponsor, who says when it is ready for review (S4, S5). */
export function describeDraft(data: ProposalStatus, call: Call): StageText {
  const { record, author } = data;
  const pre = record.ready?.kind === "pre" ? record.ready : null;
  if (record.sponsor === null) {
    return {
      title: "Draft · waiting for a sponsor",
      sentences: [md`${code(author.login, 40)} seeks a sponsor, who takes it up with ${code("/sponsor")}.`],
      rows: [],
    };
  }
  return {
    title: pre ? "Draft · a pre-review is asked for" : "Draft · waiting for its sponsor to ready it",
    sentences: [
      pre
        ? md`The deciders are asked to look at it since ${formatDay(pre.date)}, without deciding anything.`
        : md`It is worked on with its author, ${code(author.login, 40)}.`,
      md`${call(record.sponsor.login)}, ${code("/ready")} brings it into review, with links at ${code("prototype:")}, ${code("benefit:")} and ${code("support:")}; ${code("/ready pre")} asks for a look before that.`,
    ],
    rows: attestationRow(data),
  };
}
