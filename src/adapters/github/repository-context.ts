import type { Clock } from "../../ports/clock.ts";
import type { Client } from "./client.ts";

/** What every read and write of one repository needs. */
export interface RepositoryContext {
  readonly client: Client;
  readonly clock: Clock;
  readonly owner: string;
  readonly name: string;
  /** The App itself; `login` as REST writes it, with `[bot]`. */
  readonly self: { readonly appId: number; readonly login: string };
  /** Name of the check run: `Steward`. */
  readonly checkName: string;
}

/** Variables of every query. */
export function repositoryVariables(context: RepositoryContext): { readonly owner: string; readonly name: string } {
  return { owner: context.owner, name: context.name };
}

/** Path parameters of every REST route. */
export function repositoryRoute(context: RepositoryContext): { readonly owner: string; readonly repo: string } {
  return { owner: context.owner, repo: context.name };
}
