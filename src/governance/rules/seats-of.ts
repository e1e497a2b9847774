import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { GroupFile } from "../schema/index.ts";

type WrittenSeat = GroupFile["leads"][number];

interface SeatAt {
  readonly list: "leads" | "members";
  readonly seat: WrittenSeat;
  readonly at: KeyPath;
  /** Further seats under the same login in this group. */
  readonly others: readonly WrittenSeat[];
}

/** Every seat of a group as written. */
export function seatsOf(group: WrittenFile<GroupFile>): readonly SeatAt[] {
  const all = [...group.value.leads, ...group.value.members];
  return (["leads", "members"] as const).flatMap((list) =>
    group.value[list].map((seat, index) => ({
      list,
      seat,
      at: [list, index],
      others: all.filter((other) => other !== seat && other.person.toLowerCase() === seat.person.toLowerCase()),
    })),
  );
}
