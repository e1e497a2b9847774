interface Options {
  readonly throttle?: object;
  readonly retry?: object;
}

/**
 * For `ProbotOctokit.defaults(…)`. Probot waits a second before every GraphQL question and three before every comment, sleeps
 * through rate limits, and repeats writes that may have been done. Steward paces writes itself (`createPace`), turns away until a
 * limit has passed (`createWaitingRoom`), and repeats whole passes, which find what was done.
 */
export function withoutRetries<Given extends Options>(options: Given) {
  return { ...options, throttle: { ...options.throttle, enabled: false }, retry: { ...options.retry, enabled: false } };
}
