import type { ProbotOctokit } from "probot";

/**
 * Tokens of installations last an hour and are kept until shortly before. One that GitHub refuses earlier (revoked, the App's
 * rights changed, a clock that jumped) is renewed once, and the request repeated; a second refusal is a fault like any other.
 * A refused request has changed nothing, so that repeating a write is safe.
 */
export function renewRefusedToken(octokit: ProbotOctokit): ProbotOctokit {
  octokit.hook.wrap("request", async (request, options) => {
    try {
      return await request(options);
    } catch (fault) {
      if (!isUnauthorized(fault)) throw fault;
      await octokit.auth({ type: "installation", refresh: true });
      return await request(options);
    }
  });
  return octokit;
}

function isUnauthorized(fault: unknown): boolean {
  return fault instanceof Error && "status" in fault && fault.status === 401;
}
