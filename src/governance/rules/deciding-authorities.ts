import type { ProjectFile } from "../schema/index.ts";

/** Authorities that proposals, reserved matters or escalations go to; which of them exist is another question. */
export function decidingAuthorities({ reserved, escalation }: ProjectFile): ReadonlySet<string> {
  return new Set(["core-maintainers", ...(escalation ? [escalation.to] : []), ...reserved.map((matter) => matter.by)]);
}
