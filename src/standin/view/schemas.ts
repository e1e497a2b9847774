import type { components } from "@octokit/openapi-types";

/** GitHub's published response shapes, by name. */
export type Schemas = components["schemas"];
