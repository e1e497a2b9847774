import { createMemoryStore } from "../support/memory-store.ts";
import { describePorts } from "./port-contract.ts";

describePorts("storage in memory", async () => {
  const store = createMemoryStore();
  return { ...store, takeOver: async (key) => store.seize(key) };
});
