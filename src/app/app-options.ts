import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../ports/clock.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Cache, ReceiptStore, SubjectStore } from "../ports/store.ts";
import type { AppLog } from "./create-log.ts";

/** What makes this process one particular GitHub App. */
export interface Credentials {
  readonly appId: number;
  /** PEM text. */
  readonly privateKey: string;
  /** The secret deliveries are signed with; a second one is accepted while it is being changed. */
  readonly webhookSecrets: readonly [string, ...string[]];
}

export type Storage =
  /** The embedded database in a folder that one process at a time may hold. */
  | { readonly kind: "folder"; readonly path: string; readonly owner: "sandbox" | "real" }
  /** PostgreSQL, shared by any number of processes. */
  | { readonly kind: "server"; readonly url: string }
  /** The embedded database in memory; for tests. */
  | { readonly kind: "memory" };

/** What a page may read. Pages never write. */
export interface PageContext {
  readonly subjects: SubjectStore;
  readonly ledger: Ledger;
  readonly receipts: ReceiptStore;
  readonly cache: Pick<Cache, "get">;
  readonly clock: Clock;
  /** Repositories that the App knows it is installed on. */
  repositories(): Promise<readonly { readonly id: number; readonly owner: string; readonly name: string }[]>;
}

/** Answers a request and says true, or leaves it alone and says false (then it is 404). */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Everything the App needs from outside: the same for the real one, the sandbox, tests and benches. */
export interface AppOptions {
  readonly credentials: Credentials;
  /** Base address of GitHub's REST interface: `https://api.github.com`, or that of a stand-in. */
  readonly apiBaseUrl: string;
  readonly storage: Storage;
  /** Port 0 takes any free one. */
  readonly http: { readonly host: string; readonly port: number };
  readonly log: AppLog;
  readonly clock: Clock;
  /** Keep to GitHub's pace of writing: one at a time, about a second apart. */
  readonly paced: boolean;
  /** Folder of the constitution on the default branch: `governance`. */
  readonly governanceFolder: string;
  /** True where delegations that were not adopted yet act, marked as proposed: the sandbox. */
  readonly proposedDelegationsAct: boolean;
  /** Overrides the mode that project.yml names; the sandbox runs in `enforce`. */
  readonly mode?: "observe" | "advise" | "enforce";
  /** Seconds between sweeps over everything open; 3600 when left out. */
  readonly sweepSeconds?: number;
  /** Address of the page about a pull request, for the status comment to link to. */
  readonly recordUrl?: (repositoryId: number, pullRequest: number) => string | null;
  readonly pages?: (context: PageContext) => PageHandler;
  /** Another process took the data folder, which this one held: end the process at once, before both write. */
  readonly onFolderLost: (fault: Error) => void;
  /** Told each step of starting, in words for a person. */
  readonly onProgress?: (step: string) => void;
}

export interface RunningApp {
  /** `http://127.0.0.1:3000`; deliveries go to its `/api/github/webhooks`. */
  readonly url: string;
  readonly context: PageContext;
  /** Looks at timers and the sweep now: to be called after the clock was moved by hand. */
  tick(): Promise<void>;
  /** Resolves once no delivery and no look is waiting or in work. */
  idle(): Promise<void>;
  /** Finishes the passes in work, then closes server and database. */
  stop(): Promise<void>;
}

/** Where deliveries arrive. */
export const webhookPath = "/api/github/webhooks";
