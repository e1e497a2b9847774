import { appSlug } from "../src/sandbox/sandbox-world.ts";
import { type AppOnStandin, startAppOnStandin } from "../test/support/app-on-standin.ts";
import { proposalText } from "../test/support/proposal-text.ts";

const stranger = "passer-by";

/** Requests of the App counted at the stand-in, exactly. */
export async function countRequests(): Promise<
  Record<
    "opened" | "secondPass" | "sweep",
    { readonly total: number; readonly writes: number; readonly cost: number; readonly byRoute: Readonly<Record<string, number>> }
  >
> {
  const run = await startAppOnStandin();
  try {
    // The constitution is cached and every label exists once one proposal was handled.
    open(run, 1);
    await run.settle();

    const opened = await counted(run, async () => open(run, 2));
    const secondPass = await counted(run, async () => {
      const [latest] = await deliveriesOf(run);
      if (latest) run.standin.deliveries.redeliver(latest);
    });
    for (let index = 3; index <= 200; index++) open(run, index);
    await run.settle();
    run.standin.advance("2h");
    await run.app.tick();
    await run.settle();
    const sweep = await counted(run, async () => {
      run.standin.advance("2h");
      await run.app.tick();
    });
    return { opened, secondPass, sweep };
  } finally {
    await run.stop();
  }
}

async function counted(run: AppOnStandin, act: () => Promise<unknown>) {
  run.standin.requests.reset();
  await act();
  await run.settle();
  const bot = run.standin.requests.counts(`${appSlug}[bot]`);
  const app = run.standin.requests.counts(`app/${appSlug}`);
  const writes = Object.entries(bot.byRoute)
    .filter(([route]) => /create|update|add|remove|request|delete/.test(route))
    .reduce((sum, [, count]) => sum + count, 0);
  return { total: bot.total + app.total, writes, cost: bot.graphqlCost, byRoute: { ...bot.byRoute, ...app.byRoute } };
}

async function deliveriesOf(run: AppOnStandin) {
  const app = [...run.standin.deliveries.log.all()].filter(({ event }) => event === "pull_request");
  return app.slice(-1);
}

function open(run: AppOnStandin, index: number): void {
  run.standin.world.repositories.pullRequest(run.repository, {
    by: stranger,
    title: `Labels ${index}`,
    branch: `labels-${index}`,
    files: { [`seps/${index}-labels.md`]: proposalText({ number: String(index), title: `Labels ${index}` }) },
  });
}

export async function benchRequests(): Promise<void> {
  const { opened, secondPass, sweep } = await countRequests();
  const show = (what: string, figure: typeof opened, aim: string): void =>
    console.log(
      `${what.padEnd(34)} ${String(figure.total).padStart(3)} requests (${figure.writes} writes), GraphQL cost ${figure.cost}; aim: ${aim}  ${JSON.stringify(figure.byRoute)}`,
    );
  show("a SEP opened, fully handled", opened, "8 or fewer, cost 10 or fewer");
  show("the same delivery again", secondPass, "no write");
  show("sweep over 200 unchanged", sweep, "8 or fewer");
}
