/**
 * Gathers what arrives while a write is under way into one next write. Alone, an item is written at once; under load, one
 * transaction carries many, so that the database's time per commit is shared. At most one write is under way.
 */
export function createGroupCommit<Item, Outcome>(
  write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  options: {
    readonly maximum: number;
    /** True for a fault that one item of a group can cause: then each is written alone, so that it fails alone. */
    readonly isOfOneItem: (fault: unknown) => boolean;
  },
): (item: Item) => Promise<Outcome> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (fault: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let writing = false;

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await write(group.map(({ item }) => item));
      if (outcomes.length !== group.length) throw new Error("A write must give one outcome for each item");
      for (const [index, outcome] of outcomes.entries()) group[index]?.resolve(outcome);
    } catch (fault) {
      if (group.length > 1 && options.isOfOneItem(fault)) for (const one of group) await writeGroup([one]);
      else for (const { reject } of group) reject(fault);
    }
  }

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) await writeGroup(waiting.splice(0, options.maximum));
    writing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void drain();
    });
}
