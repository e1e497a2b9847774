import { callerName } from "../access/caller.ts";
import { operation } from "../http/operation.ts";
import * as view from "../view/index.ts";
import { findAccount } from "./find.ts";

export const userOperations = [
  operation("users/get-by-username", { on: "GET /users/{username}" }, ({ hub, path }) =>
    view.publicUser(hub, findAccount(hub, path.username)),
  ),

  operation("users/get-by-id", { on: "GET /user/{account_id}" }, ({ hub, path }) => {
    const account = hub.store.accountsById.get(path.account_id);
    return view.publicUser(hub, findAccount(hub, account?.login ?? ""));
  }),

  operation("users/get-authenticated", { on: "GET /user" }, ({ hub, actor }) => view.publicUser(hub, actor.account)),

  operation("rate-limit/get", { on: "GET /rate_limit" }, ({ hub, caller }) => {
    const name = callerName(caller);
    const core = hub.limiter.state(name, "core");
    return { resources: { core, graphql: hub.limiter.state(name, "graphql"), search: hub.limiter.state(name, "search") }, rate: core };
  }),
];
