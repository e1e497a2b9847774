import { primaryDomain } from "../../domain/primary-domain.ts";
import { code, join, md, nothing, phrase } from "../markdown/index.ts";
import { listNames } from "../names.ts";
import type { ProposalStatus } from "../status/index.ts";
import { callComment, mentions } from "./call-comment.ts";

export interface AskSponsors {
  readonly key: string;
  readonly logins: readonly string[];
  readonly title: string;
}

const asked = 3;

/** Eligible sponsors are asked, the least loaded first; whoever does not want to, need not say so. */
export function renderAskSponsors({ key, logins, title }: AskSponsors, data: ProposalStatus): string {
  const who = logins.length === 0 ? md`Whoever may sponsor` : listNames(mentions(logins.slice(0, asked)));
  const primary = primaryDomain(data.classification);
  const about = primary ? md` about ${code(primary.id)}` : nothing;
  return callComment(key, [
    join(
      [
        md`${who}, “${phrase(title, 120)}”${about} by ${code(data.author.login, 40)} seeks a sponsor.`,
        md`${code("/sponsor")} takes it up; where it is not for you, nothing is needed.`,
      ],
      " ",
    ),
  ]);
}
