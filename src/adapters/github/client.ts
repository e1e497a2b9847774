import type { Octokit } from "@octokit/rest";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import { GitHubFault } from "../../ports/github.ts";
import type { Log } from "../../ports/log.ts";
import { toFault } from "./fault.ts";
import type { Pace, Urgency } from "./pace.ts";
import type { WaitingRoom } from "./waiting-room.ts";

/** The part of Octokit that is used: Probot's and the plain one both fit. */
type OctokitClient = Pick<Octokit, "request" | "graphql">;

type Variables = Readonly<Record<string, string | number | null>>;

type Run = (request: Octokit["request"]) => Promise<{ readonly data: unknown }>;

/** Requests of one installation. Every answer is checked here, at the edge, and every fault says what was asked. */
export interface Client {
  /** `what` names the thing in faults and logs: "the facts of pull request 12". */
  query<Schema extends z.ZodType>(schema: Schema, what: string, query: string, variables: Variables): Promise<z.infer<Schema>>;
  /** One REST question; the answer is parsed, because a cut answer comes as 200 with an empty text. */
  call<Schema extends z.ZodType>(schema: Schema, what: string, run: Run): Promise<z.infer<Schema>>;
  /** The same for what changes something: at the pace that GitHub asks for. */
  write<Schema extends z.ZodType>(schema: Schema, what: string, run: Run, urgency?: Urgency): Promise<z.infer<Schema>>;
}

/** GitHub says that a pull request does not exist by an error beside `null`. */
const PullRequestAbsent = z.object({
  errors: z.array(z.object({ type: z.literal("NOT_FOUND"), path: z.tuple([z.literal("repository"), z.literal("pullRequest")]) })).min(1),
  data: z.unknown(),
});

const Cost = z.object({ rateLimit: z.object({ cost: z.number(), remaining: z.number() }) });

export interface ClientOptions {
  readonly octokit: OctokitClient;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  readonly waitingRoom: WaitingRoom;
}

export function createClient({ octokit, clock, log, pace, waitingRoom }: ClientOptions): Client {
  const ask = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    waitingRoom.check(what);
    try {
      return await run();
    } catch (error) {
      const fault = toFault(error, what, clock.now());
      waitingRoom.note(fault);
      throw fault;
    }
  };
  const call: Client["call"] = async (schema, what, run) => {
    const response = await ask(what, () => run(octokit.request));
    return parseAnswer(schema, what, response.data);
  };
  return {
    call,
    write: (schema, what, run, urgency = "display") => pace(() => call(schema, what, run), urgency),
    async query(schema, what, query, variables) {
      const answer: unknown = await ask(what, async () => {
        try {
          return await octokit.graphql(query, variables);
        } catch (error) {
          const absent = PullRequestAbsent.safeParse(error);
          if (absent.success) return absent.data.data;
          throw error;
        }
      });
      const cost = Cost.safeParse(answer);
      if (cost.success) log.debug({ ...cost.data.rateLimit }, `asked ${what}`);
      return parseAnswer(schema, what, answer);
    },
  };
}

function parseAnswer<Schema extends z.ZodType>(schema: Schema, what: string, answer: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`);
  throw new GitHubFault(`GitHub's answer about ${what} is incomplete or of another shape (${places.join("; ")})`, null);
}
