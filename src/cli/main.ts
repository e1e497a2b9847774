import { Command } from "commander";

const program = new Command("steward").description("Routes proposals to the groups that may decide them.");
await program.parseAsync();
