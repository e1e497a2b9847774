import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";
import type { PageArgs } from "./connection.ts";
import { Problem } from "./problem.ts";

const largestPage = 100;

/** Refuses a connection whose items are asked for without saying how many, or too many, in GitHub's words. */
export function checkPageBounds(args: PageArgs, info: GraphQLResolveInfo): void {
  const { fieldName } = info;
  for (const bound of ["first", "last"] as const) {
    const size = args[bound];
    if (typeof size !== "number") continue;
    if (size > largestPage) {
      throw new Problem(
        "EXCESSIVE_PAGINATION",
        `Requesting ${size} records on the \`${fieldName}\` connection exceeds the \`${bound}\` limit of ${largestPage} records.`,
      );
    }
    if (size < 1) throw new Problem("UNPROCESSABLE", `\`${bound}\` on the \`${fieldName}\` connection must be from 1 to ${largestPage}.`);
  }
  const isBounded = typeof args.first === "number" || typeof args.last === "number";
  if (!isBounded && info.fieldNodes.some(({ selectionSet }) => selectionSet && asksForItems(selectionSet, info))) {
    throw new Problem(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${fieldName}\` connection.`,
    );
  }
}

/** A count alone needs no bounds. */
function asksForItems({ selections }: SelectionSetNode, info: GraphQLResolveInfo): boolean {
  return selections.some((node) => {
    if (node.kind === Kind.FIELD) return node.name.value === "nodes" || node.name.value === "edges";
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : info.fragments[node.name.value]?.selectionSet;
    return inner !== undefined && asksForItems(inner, info);
  });
}
