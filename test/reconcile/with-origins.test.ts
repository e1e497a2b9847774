import { withOrigins } from "../../src/reconcile/with-origins.ts";
import { aComment, aPerson, aSnapshot } from "../support/snapshot.ts";

const subject = { repositoryId: 77, pullRequest: 12 };
const snapshot = aSnapshot({ pullRequest: { conversation: [1, 2, 3].map((id) => aComment(id, "/lgtm", aPerson("noor", 102))) } });

function sources(kept: ReadonlyMap<number, string | null>, atGitHub: Readonly<Record<number, { viaApp: string | null } | "absent">> = {}) {
  const asked: number[] = [];
  return {
    asked,
    origins: { read: async () => kept },
    github: {
      async readCommentOrigin(id: number) {
        asked.push(id);
        return atGitHub[id] ?? "absent";
      },
    },
  };
}

describe("through which App a comment was written", () => {
  it("comes from the delivery, without a request", async () => {
    const from = sources(
      new Map([
        [1, "merge-helper"],
        [2, null],
      ]),
    );

    const { pullRequest } = await withOrigins(from, subject, snapshot, [1, 2]);

    expect(pullRequest.conversation.map(({ viaApp }) => viaApp)).toEqual(["merge-helper", null, null]);
    expect(from.asked).toEqual([]);
  });

  it("is asked of GitHub where no delivery is kept, and only of the comments that matter", async () => {
    const from = sources(new Map([[1, null]]), { 2: { viaApp: "merge-helper" } });

    const { pullRequest } = await withOrigins(from, subject, snapshot, [1, 2]);

    expect(from.asked).toEqual([2]);
    expect(pullRequest.conversation[1]?.viaApp).toBe("merge-helper");
  });

  it("of a comment that is gone by now is not found out: the comment is left out", async () => {
    const { pullRequest } = await withOrigins(sources(new Map()), subject, snapshot, [2]);

    expect(pullRequest.conversation.map(({ id }) => id)).toEqual([1, 3]);
  });

  it("is not looked for when nothing hangs on it", async () => {
    const from = sources(new Map());

    expect(await withOrigins(from, subject, snapshot, [])).toBe(snapshot);
    expect(from.asked).toEqual([]);
  });
});
