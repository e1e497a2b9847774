import { code, join, type Markdown, table } from "../markdown/index.ts";
import { describeStage } from "../stages/index.ts";
import { describeNow, type ProposalStatus } from "../status/index.ts";

/** `/status`: the words of the status comment, short, and calling nobody. */
export function renderStatusAnswer(data: ProposalStatus): Markdown {
  const name = (login: string) => code(login, 40);
  const { rows } = describeStage(data, name);
  return join([describeNow(data, name), ...(rows.length === 0 ? [] : [table(rows)])], "\n\n");
}
