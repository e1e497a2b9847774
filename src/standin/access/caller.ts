import { Fail } from "../fail.ts";
import type { Actor } from "../hub.ts";
import type { Account, App, AppPermissions, Installation, Repository } from "../store/index.ts";

/** Whoever sent a request. */
export type Caller =
  | { readonly kind: "anonymous" }
  /** `via`: the App whose token it is, acting as the person. */
  | { readonly kind: "user"; readonly account: Account; readonly via: App | null }
  /** The App itself, by JSON web token. */
  | { readonly kind: "app"; readonly app: App }
  | {
      readonly kind: "installation";
      readonly installation: Installation;
      readonly permissions: AppPermissions;
      /** Null: all that the installation has. */
      readonly repositories: ReadonlySet<Repository> | null;
    };

/** As whom a request acts; an installation acts as its App's bot. */
export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case "anonymous":
      throw new Fail(401, "Requires authentication");
    case "user":
      return { account: caller.account, via: caller.via };
    case "app":
      return { account: caller.app.bot, via: caller.app };
    case "installation":
      return { account: caller.installation.app.bot, via: caller.installation.app };
  }
}

/** A name for logs, counters and limits. */
export function callerName(caller: Caller): string {
  switch (caller.kind) {
    case "anonymous":
      return "anonymous";
    case "user":
      return caller.account.login;
    case "app":
      return `app/${caller.app.slug}`;
    case "installation":
      return caller.installation.app.bot.login;
  }
}
