import { afterAll, beforeAll } from "@jest/globals";
import type { OpenDatabase } from "../../src/adapters/store/database.ts";
import { openTestDatabase } from "../support/embedded-database.ts";
import { portsOn } from "./database-ports.ts";
import { describePorts } from "./port-contract.ts";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describePorts("storage in the embedded database", async () => portsOn(database));
