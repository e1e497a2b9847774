import type { LoadedGovernance } from "../../governance/index.ts";
import type { Gate, Known } from "../../ports/github.ts";

/** What an App may do and what it is told: of its registration, an installation, or the manifest. */
export interface Grants {
  /** Permission to `read`, `write` or `admin`. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

export interface AppFacts extends Grants {
  readonly name: string;
  /** The App's public page. */
  readonly page: string;
}

export interface HookFacts {
  /** Null where no address is set. */
  readonly url: string | null;
  readonly contentType: string | null;
  readonly verifiesCertificate: boolean;
}

export interface DeliveryFacts {
  /** Deliveries that GitHub still lists, at most the last hundred. */
  readonly total: number;
  readonly failed: number;
  /** The newest of all: how it was answered. */
  readonly latest: { readonly event: string; readonly status: number; readonly at: string } | null;
}

export type StorageFacts =
  | {
      readonly kind: "folder";
      readonly path: string;
      /** `in-use`: a running process holds it; `other-owner`: invented data where real data should be, or the other way round. */
      readonly state: "absent" | "free" | "in-use" | "other-owner" | "not-writable";
    }
  | {
      readonly kind: "server";
      /** Host and name, without user or password. */
      readonly place: string;
      readonly answer: Known<ServerFacts>;
    };

interface ServerFacts {
  readonly version: string;
  /** Whether Steward's tables stand there already. */
  readonly hasTables: boolean;
  readonly readOnly: boolean;
}

export interface RepositoryFacts {
  /** `owner/name`. */
  readonly name: string;
  readonly page: string;
  readonly installation: Grants & { readonly page: string };
  /** Folder of the constitution: `governance`. */
  readonly folder: string;
  /** Null where the default branch has no such folder. */
  readonly constitution: Known<LoadedGovernance | null>;
  readonly gate: Known<Gate>;
  /** Names of the labels that stand there. */
  readonly labels: Known<readonly string[]>;
  /** Null where no such file stands in any of the three places where GitHub looks. */
  readonly codeOwners: Known<{ readonly path: string; readonly text: string } | null>;
  /** Null where the constitution names none. */
  readonly conformance: { readonly repository: string; readonly paths: Known<number> } | null;
}

/** Everything that the report is made from. What could not be asked says why. */
export interface DoctorFacts {
  /** Where credentials and addresses come from: `the environment`, or the file of a sandbox. */
  readonly source: string;
  readonly apiBaseUrl: string;
  readonly appId: number;
  /** `app.yml`. */
  readonly manifest: Grants;
  readonly storage: StorageFacts;
  readonly app: Known<AppFacts>;
  /** Seconds by which this machine is ahead of GitHub; null where they need not agree (a sandbox moves its own clock). */
  readonly clockAhead: Known<number> | null;
  readonly hook: Known<HookFacts>;
  readonly deliveries: Known<DeliveryFacts>;
  readonly repositories: Known<readonly RepositoryFacts[]>;
  /** The repository that was asked for; null for every one where the App is installed. */
  readonly asked: string | null;
}
