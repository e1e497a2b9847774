import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { buildSpecificationIndex, renderSpecificationIndex } from "../../routing/index-spec/index.ts";
import { readSpecification } from "./read-specification.ts";

export { readSpecification } from "./read-specification.ts";

/** `steward index --spec folder [--out file]`: rebuilds the vocabulary data from a checkout of the specification. */
export function indexCommand(): Command {
  return new Command("index")
    .description("Rebuild the vocabulary data that proposals are classified by from a checkout of the specification.")
    .requiredOption("--spec <folder>", "checkout of the specification repository")
    .option("--out <file>", "file to write; without it the data goes to standard output")
    .action((options: { spec: string; out?: string }, command: Command) => {
      const specification = readSpecification(options.spec);
      if (!specification.ok) return command.error(specification.error, { exitCode: 2 });
      const index = buildSpecificationIndex(specification.value.pages, specification.value.schema);
      const text = renderSpecificationIndex(index);
      if (options.out === undefined) {
        process.stdout.write(text);
        return;
      }
      writeFileSync(options.out, text);
      const { pages, names, types } = index;
      const figures = `${Object.keys(pages).length} pages, ${Object.keys(names).length} names, ${Object.keys(types).length} types`;
      process.stdout.write(`Wrote ${options.out}: ${figures}.\n`);
    });
}
