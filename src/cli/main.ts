import { enableCompileCache } from "node:module";
import { Command } from "commander";
import { checkCommand } from "./check/command.ts";
import { doctorCommand } from "./doctor/command.ts";
import { explainCommand } from "./explain/command.ts";
import { indexCommand } from "./index-spec/command.ts";
import { ledgerCommand } from "./ledger/command.ts";
import { agendaCommand, queueCommand } from "./queue/command.ts";

// Node keeps what it compiled in the system's temporary folder, so that later calls start half a second earlier.
enableCompileCache();

const program = new Command("steward").description("Routes proposals to the groups that may decide them.");
program.addCommand(checkCommand());
program.addCommand(doctorCommand());
program.addCommand(explainCommand());
program.addCommand(indexCommand());
program.addCommand(ledgerCommand());
program.addCommand(queueCommand());
program.addCommand(agendaCommand());
await program.parseAsync();
