import type { Governance, Group } from "../governance/index.ts";

/** A group as people write it: its id, with or without `-wg` or `-ig`, or its name. Null where none or several fit. */
export function findGroup(written: string, { groups }: Governance): Group | null {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "");
  const short = (text: string) => plain(text).replace(/-(wg|ig|working-group|interest-group)$/, "");
  const wanted = plain(written);
  if (wanted === "") return null;
  const all = [...groups.values()];
  const exact = all.find(({ id }) => id === wanted);
  if (exact) return exact;
  const near = all.filter(({ id, name }) => [plain(name), short(id), short(name)].includes(wanted) || short(id) === short(wanted));
  return near.length === 1 ? (near[0] ?? null) : null;
}
