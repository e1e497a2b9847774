import { Command } from "commander";
import { checkCommand } from "./check/command.ts";
import { explainCommand } from "./explain/command.ts";
import { indexCommand } from "./index-spec/command.ts";

const program = new Command("steward").description("Routes proposals to the groups that may decide them.");
program.addCommand(checkCommand());
program.addCommand(explainCommand());
program.addCommand(indexCommand());
await program.parseAsync();
