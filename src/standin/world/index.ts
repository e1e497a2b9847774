import type { Hub } from "../hub.ts";
import { Accounts } from "./accounts.ts";
import { Apps } from "./apps.ts";
import { Repositories } from "./repositories.ts";

/** Control in the same process: makes and changes what is in the stand-in without HTTP; webhooks are sent as for any act. */
export class World {
  readonly accounts: Accounts;
  readonly repositories: Repositories;
  readonly apps: Apps;

  constructor(hub: Hub) {
    this.accounts = new Accounts(hub);
    this.repositories = new Repositories(hub);
    this.apps = new Apps(hub);
  }
}

export type { Files } from "./content.ts";
