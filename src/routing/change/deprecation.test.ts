import { parseProposal } from "../../proposals/index.ts";
import { isDeprecation } from "./deprecation.ts";

function proposal({ title = "Hourly outlook", abstract = "Adds hours.", specification = "A server MAY send hours." }) {
  return parseProposal(`# SEP-7: ${title}\n\n## Abstract\n\n${abstract}\n\n## Specification\n\n${specification}\n`, "seps/7-a.md");
}

test.each([
  ["its title says so", { title: "Deprecate daily forecasts" }],
  ["its title removes", { title: "Removing the daily forecast" }],
  ["its title restores", { title: "Reinstate daily forecasts" }],
  ["its Abstract says that it does", { abstract: "This SEP deprecates daily forecasts." }],
  ["its Abstract says so beside something else", { abstract: "Adds hours and soft-deprecates days." }],
  ["its Specification says that something is", { specification: "`days` is deprecated." }],
])("a proposal deprecates when %s", (_, parts) => {
  expect(isDeprecation(proposal(parts))).toBe(true);
});

test.each([
  ["it adds", {}],
  ["it denies it", { abstract: "This SEP does not deprecate or remove anything." }],
  ["it speaks of a policy", { title: "Deprecation Policy for Forecasts" }],
  ["it removes a burden", { abstract: "Adds hours and removes the need to poll `forecasts/get`." }],
  ["it restores what was lost on the way", { abstract: "Adds hours, which restores the state after a reconnection." }],
  ["it only tells what may happen in its own subject", { specification: "A client removes a forecast from its list when it is old." }],
])("a proposal does not deprecate when %s", (_, parts) => {
  expect(isDeprecation(proposal(parts))).toBe(false);
});
