import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { topicOf } from "../src/app/intake/topic-of.ts";
import type { WebhookPayload } from "../src/app/intake/webhook-payload.ts";

/** https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest, all parameters as listed there. */
const Manifest = z.strictObject({
  name: z.string().max(34),
  url: z.url(),
  hook_attributes: z.strictObject({ url: z.url(), active: z.boolean().optional() }),
  redirect_url: z.url().optional(),
  callback_urls: z.array(z.url()).max(10).optional(),
  setup_url: z.url().optional(),
  description: z.string().optional(),
  public: z.boolean(),
  default_events: z.array(z.string()),
  default_permissions: z.record(z.string(), z.string()),
  request_oauth_on_install: z.boolean().optional(),
  setup_on_update: z.boolean().optional(),
});

const text = readFileSync("app.yml", "utf8");
const lines = text.split("\n");
const manifest = Manifest.parse(parse(text));
const permissions = Object.entries(manifest.default_permissions);

describe("the manifest asks for as little as it can", () => {
  it("may read files and never write them", () => {
    expect(manifest.default_permissions.contents).toBe("read");
  });

  it("asks to administer nothing, and for no secret", () => {
    const asked = permissions.map(([name]) => name);

    expect(asked.filter((name) => /admin|secret|workflow|hooks|environments/.test(name))).toEqual([]);
  });

  it("is no public App: each project runs its own", () => {
    expect(manifest.public).toBe(false);
  });

  it.each([...permissions.map(([name, access]) => `  ${name}: ${access}`), ...manifest.default_events.map((event) => `  - ${event}`)])(
    "says above `%s` what needs it",
    (entry) => {
      const above = lines[lines.indexOf(entry) - 1];

      expect(above).toMatch(/^ {2}# \w.{20}/);
    },
  );
});

// GitHub's own description of its interface, installed beside the contract tests.
const description = new URL("./contract/node_modules/@octokit/openapi/generated/api.github.com.json", import.meta.url);

(existsSync(description) ? describe : describe.skip)("the manifest uses GitHub's names (installed description)", () => {
  const Description = z.object({
    components: z.object({
      schemas: z.object({ "app-permissions": z.object({ properties: z.record(z.string(), z.object({ enum: z.array(z.string()) })) }) }),
    }),
    "x-webhooks": z.record(
      z.string(),
      z.object({ post: z.object({ "x-github": z.object({ subcategory: z.string(), "supported-webhook-types": z.array(z.string()) }) }) }),
    ),
  });
  const github = existsSync(description) ? Description.parse(JSON.parse(readFileSync(description, "utf8"))) : null;

  it.each(permissions)("permission %s: %s exists", (name, access) => {
    expect(github?.components.schemas["app-permissions"].properties[name]?.enum).toContain(access);
  });

  it.each(manifest.default_events)("an App may subscribe to %s", (event) => {
    const hooks = Object.values(github?.["x-webhooks"] ?? {}).map(({ post }) => post["x-github"]);
    const hook = hooks.find(({ subcategory }) => subcategory === event);

    expect(hook?.["supported-webhook-types"]).toContain("app");
  });
});

/** What GitHub asks for before it lets an App subscribe (webhook events and payloads). */
const neededBy: Readonly<Record<string, string>> = {
  pull_request: "pull_requests",
  issue_comment: "issues",
  pull_request_review: "pull_requests",
  push: "contents",
  merge_group: "merge_queues",
};

const repository = { id: 1, default_branch: "main", name: "specification", owner: { login: "acme" } };
const deliveries: Readonly<Record<string, WebhookPayload>> = {
  pull_request: { action: "opened", repository, pull_request: { number: 1 } },
  issue_comment: { action: "edited", repository, issue: { number: 1, pull_request: {} }, comment: { id: 2, body: "" } },
  pull_request_review: { action: "submitted", repository, pull_request: { number: 1 } },
  push: { repository, ref: "refs/heads/main" },
  merge_group: { action: "checks_requested", repository, merge_group: { head_sha: "a".repeat(40) } },
};

describe("every event", () => {
  it.each(manifest.default_events)("%s comes with the permission it needs", (event) => {
    expect(manifest.default_permissions).toHaveProperty(neededBy[event] ?? "no permission is known for it");
  });

  it.each(manifest.default_events)("%s makes the App look somewhere", (event) => {
    const topic = topicOf(event, deliveries[event] ?? {}, { appId: 1, login: "steward[bot]" });

    expect(topic).not.toBeNull();
  });
});
