import type { Route } from "../../src/domain/route.ts";
import { planFor, proposalPath, proposalText } from "../support/planning.ts";

const group = { kind: "group" } satisfies Partial<Route>;
const core = { kind: "core", reasons: expect.arrayContaining([expect.objectContaining({ code: "too-few-voters" })]) };

/** The route when the file names these people; two of the three voters have to be left out before the group cannot act. */
function routeWith(authors: string, sponsor = "None") {
  const text = proposalText.replace("Mira Vance (@mira)", authors).replace("**Sponsor**: None", `**Sponsor**: ${sponsor}`);
  return planFor({ seen: { adds: { [proposalPath]: text } } }).view.route;
}

describe("who counts as an author", () => {
  it.each([
    ["nobody of the group", "Mira Vance (@mira)", "None", group],
    ["one voter", "Noor Haddad (@noor)", "None", group],
    ["two voters by handle", "@noor, @Juno", "None", core],
    ["two voters by name alone", "Noor Haddad, juno  REYES", "None", core],
    ["one by another account", "@noor, @juno-old", "None", core],
    ["one as author and one as sponsor", "@noor", "@ravi", core],
    ["one as author and one as sponsor by name", "@noor", "Ravi Sund", core],
    ["a name that nobody has", "@noor, Somebody Else", "Nobody Known", group],
  ])("%s", (_, authors, sponsor, route) => {
    expect(routeWith(authors, sponsor)).toMatchObject(route);
  });

  it("whoever opens the pull request, whatever the file says", () => {
    const text = proposalText.replace("Mira Vance (@mira)", "Noor Haddad (@noor)");
    const plan = planFor({ seen: { adds: { [proposalPath]: text }, pullRequest: { author: { id: 1007, login: "ravi", bot: false } } } });

    expect(plan.view.route).toMatchObject(core);
  });
});
