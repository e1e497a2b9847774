import { GitHubFault } from "../../ports/github.ts";

/** Runs what may already be done: then the fault that says so is no fault. */
export async function unless(isHarmless: (fault: GitHubFault) => boolean, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof GitHubFault && isHarmless(error))) throw error;
  }
}

export function isGone(fault: GitHubFault): boolean {
  return fault.status === 404;
}
