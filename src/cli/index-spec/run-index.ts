import { writeFileSync } from "node:fs";
import { buildSpecificationIndex, renderSpecificationIndex } from "../../routing/index-spec/index.ts";
import { readSpecification } from "./read-specification.ts";

export interface IndexOptions {
  /** Folder of the checkout. */
  readonly spec: string;
  /** File to write; null for standard output. */
  readonly out: string | null;
}

export interface IndexIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** `steward index`: 0, or 2 when there is no specification to read or no file to write. */
export function runIndex({ spec, out }: IndexOptions, io: IndexIo): 0 | 2 {
  const specification = readSpecification(spec);
  if (!specification.ok) {
    io.writeError(`${specification.error}\n`);
    return 2;
  }
  const index = buildSpecificationIndex(specification.value.pages, specification.value.schema);
  const text = renderSpecificationIndex(index);
  if (out === null) {
    io.writeOut(text);
    return 0;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    io.writeError(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const figures = `${Object.keys(index.pages).length} pages, ${Object.keys(index.names).length} names, ${Object.keys(index.types).length} types`;
  io.writeOut(`Wrote ${out}: ${figures}.\n`);
  return 0;
}
