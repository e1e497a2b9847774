import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { ObservedDelivery, ObservedResponse } from "../../src/standin/index.ts";
import { isDescriptionError } from "./description-errors.ts";
import { readDescriptionSlice } from "./description-slice.ts";

/** What GitHub says about its own answers and webhooks: https://github.com/github/rest-api-description */
export interface GitHubDescription {
  /** What in an answer is against the description, one sentence each; empty when nothing is. */
  checkResponse(observed: ObservedResponse): string[];
  checkDelivery(observed: ObservedDelivery): string[];
  /** The statuses of success (2xx) that the description lists for an operation. */
  successesOf(method: string, pattern: string): number[];
  /** Headers of every webhook, in lower case. */
  readonly webhookHeaders: readonly string[];
}

let loaded: GitHubDescription | undefined;

/** Read once in each process that runs tests. */
export function loadGitHubDescription(): GitHubDescription {
  loaded ??= createDescription();
  return loaded;
}

/** Refusals that GitHub gives for any operation, listed for few. */
const refusedAnywhere = new Set([400, 401, 403, 404, 422, 429, 500, 502, 503]);

const refusal = {
  type: "object",
  required: ["message", "documentation_url", "status"],
  properties: {
    message: { type: "string", minLength: 1 },
    documentation_url: { type: "string", format: "uri" },
    status: { type: "string" },
    errors: {
      type: "array",
      items: { anyOf: [{ type: "string" }, { type: "object", required: ["resource", "code"] }] },
    },
  },
};

function createDescription(): GitHubDescription {
  const { responses, webhooks, webhookHeaders, document } = readDescriptionSlice();
  // The description uses keywords and formats of OpenAPI, and refers to itself in circles. Optimising the validators
  // takes longer than they run.
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, inlineRefs: false, code: { optimize: false } });
  addFormats.default(ajv);
  for (const format of ["repo.nwo", "timestamp"]) ajv.addFormat(format, true);
  ajv.addSchema(document, "github");
  const isRefusal = ajv.compile(refusal);
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `github${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  return {
    webhookHeaders,
    checkResponse({ method, pattern, status, body }) {
      const name = `${method} ${pattern}`;
      const listed = responses[name];
      if (!listed) return [`${name}: no operation of the description.`];
      const found: string[] = [];
      const pointer = listed[String(status)];
      const isRefused = status >= 400;
      if (pointer === undefined && !(isRefused && refusedAnywhere.has(status)) && status !== 304) {
        found.push(`${name}: answers ${status}, which is none of ${Object.keys(listed).join(", ")}.`);
      }
      if (isRefused) found.push(...problems(`${name} ${status}`, isRefusal, body));
      if (typeof pointer === "string" && body !== undefined) found.push(...problems(`${name} ${status}`, validator(pointer), body));
      if (pointer === null && body !== undefined && !isRefused)
        found.push(`${name} ${status}: has a JSON body, where the description has none.`);
      return found;
    },
    checkDelivery({ event, action, payload }) {
      const name = [event, action]
        .filter((part) => part !== null)
        .join("-")
        .replaceAll("_", "-");
      const pointer = webhooks[name];
      return pointer === undefined ? [`${name}: no webhook of the description.`] : problems(`webhook ${name}`, validator(pointer), payload);
    },
    successesOf: (method, pattern) =>
      Object.keys(responses[`${method} ${pattern}`] ?? {})
        .map(Number)
        .filter((status) => status >= 200 && status < 300),
  };
}

/** Enough to see what is wrong; a failed choice reports each of its branches. */
const mostProblems = 8;

function problems(where: string, validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).filter((error) => !isDescriptionError(error));
  return errors.slice(0, mostProblems).map((error) => `${where}: ${sentence(error)}`);
}

function sentence({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === "" ? "the whole" : instancePath} ${message} ${JSON.stringify(params)}`;
}

/** Hands itself to `startStandin` as its `onResponse` and `onDelivery`, and remembers what was seen. */
export interface DescriptionObserver {
  readonly onResponse: (observed: ObservedResponse) => void;
  readonly onDelivery: (observed: ObservedDelivery) => void;
  /** What was against the description, each once; a test expects none. */
  readonly violations: readonly string[];
  /** Throws, naming them, when there are any: for the end of a test. */
  assertNone(): void;
  /** The statuses that each operation answered, by its id. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<number>>;
  /** Every webhook seen, as `pull_request.opened` or `push`. */
  readonly webhooks: ReadonlySet<string>;
}

/**
 * Holds every answer and webhook of a stand-in to GitHub's description:
 * `const seen = observeAgainstDescription(); const github = await startStandin({ ...seen });`, and at the end
 * `seen.assertNone()`.
 */
export function observeAgainstDescription(): DescriptionObserver {
  const description = loadGitHubDescription();
  const violations: string[] = [];
  const statuses = new Map<string, Set<number>>();
  const webhooks = new Set<string>();
  const note = (found: readonly string[]) => violations.push(...found.filter((sentence) => !violations.includes(sentence)));
  return {
    violations,
    statuses,
    webhooks,
    assertNone() {
      if (violations.length > 0) throw new Error(`Not as GitHub describes it:\n${violations.join("\n")}`);
    },
    onResponse(observed) {
      statuses.set(observed.operation, (statuses.get(observed.operation) ?? new Set()).add(observed.status));
      note(description.checkResponse(observed));
    },
    onDelivery(observed) {
      webhooks.add(observed.action === null ? observed.event : `${observed.event}.${observed.action}`);
      note(description.checkDelivery(observed));
    },
  };
}
