import { describe, expect, it } from "@jest/globals";
import { parseTopicKey, type Topic, topicKey } from "./topic.ts";

const headSha = "9ab3".repeat(10);
const topics: readonly Topic[] = [
  { kind: "pull-request", repositoryId: 12, pullRequest: 3398 },
  { kind: "default-branch", repositoryId: 12 },
  { kind: "merge-queue", repositoryId: 12 },
  { kind: "merge-group", repositoryId: 12, headSha },
  { kind: "head", repositoryId: 12, headSha },
  { kind: "repository", repositoryId: 12 },
  { kind: "installations" },
];

describe("the key of a topic", () => {
  it.each(topics.map((topic) => [topicKey(topic), topic] as const))("%s leads back to its topic", (key, topic) => {
    expect(parseTopicKey(key)).toEqual(topic);
  });

  it("differs for each topic", () => {
    expect(new Set(topics.map(topicKey)).size).toBe(topics.length);
  });

  it.each(["", "repo/12", "repo/x/pull/1", "repo/12/pull/1/2", "repo/12/head/XYZ", "installations/1"])(
    "is refused when no topic has it: %j",
    (key) => {
      expect(() => parseTopicKey(key)).toThrow("does not know");
    },
  );
});
