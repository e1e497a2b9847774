import { type FileStatus, fileStatuses, type ProposalType, proposalTypes } from "../domain/proposal-vocabulary.ts";

const letters = (text: string) =>
  text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z]/g, "");
const isRemark = /^[([–—-]/;

/** The value itself, or what stands before a remark in brackets or after a dash: `Final (2025-11-25)`. */
function candidates(value: string): readonly string[] {
  const cut = value.search(/\s[([–—-]|[,;]/);
  return cut > 0 && !isRemark.test(value) ? [letters(value), letters(value.slice(0, cut))] : [letters(value)];
}

/** R1.3: without regard to case, spaces and hyphens. */
export function parseStatus(value: string): FileStatus | null {
  return fileStatuses.find((status) => candidates(value).includes(letters(status))) ?? null;
}

const shortType = (text: string) => text.replace(/track$/, "").replace(/s$/, "");

/** R1.4, with `Extension` and `Standards` read as the tracks they mean. */
export function parseType(value: string): ProposalType | null {
  const wanted = candidates(value).map(shortType);
  return proposalTypes.find((type) => wanted.includes(shortType(letters(type)))) ?? null;
}
