import type { Severity } from "../../domain/problem.ts";
import type { Governance } from "../model.ts";
import type { DefinedNames } from "../reading/defined-names.ts";
import type { KeyPath } from "../reading/key-path.ts";
import type { Written } from "../reading/read-constitution.ts";
import type { YamlPlaces } from "../reading/yaml-places.ts";

/** What a rule may look at. */
export interface Checked {
  readonly written: Written;
  /** The constitution with names resolved; null while a file is missing or unusable. */
  readonly governance: Governance | null;
  readonly names: DefinedNames;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

interface Located {
  readonly path: string;
  readonly places: YamlPlaces;
}

/** Something wrong at a key or value of a file. */
export interface Finding {
  readonly file: Located;
  readonly at: KeyPath;
  /** What the caret underlines; the value unless stated. */
  readonly on?: "key" | "value";
  /** What was found and what was expected. */
  readonly message: string;
  /** Something concrete to do. */
  readonly fix: string;
}

/**
 * One thing that can be wrong with a constitution. `error`: it cannot be applied as written. `warning`: it can, and the matter
 * falls to Core Maintainers meanwhile, or somebody should look.
 */
export interface Rule {
  /** Stable and kebab-case: it is also the name of the file. */
  readonly code: string;
  readonly severity: Severity;
  /** What is reported, for the reference page. */
  readonly reports: string;
  /** Why it matters, for the reference page. */
  readonly because: string;
  readonly check: (checked: Checked) => readonly Finding[];
}
