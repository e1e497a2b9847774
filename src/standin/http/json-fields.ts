import { Fail } from "../fail.ts";

/** The JSON object of a request, read field by field; a value of another type is answered 422 in GitHub's words. */
export class JsonFields {
  readonly #fields: Readonly<Record<string, unknown>>;

  /** A bare list, which a few operations also take, is found under the empty name. */
  constructor(value: unknown) {
    this.#fields = isObject(value) ? value : Array.isArray(value) ? { "": value } : {};
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  text(name: string): string {
    const value = this.#fields[name];
    if (value === undefined || value === null) throw unsuitable(`"${name}" wasn't supplied.`);
    if (typeof value !== "string") throw wrongType(name, value, "a string");
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.textOrNull(name) ?? undefined;
  }

  /** Undefined when absent: null is a value of its own. */
  textOrNull(name: string): string | null | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null || typeof value === "string") return value;
    throw wrongType(name, value, "a string");
  }

  /** One of the words; 422 for any other. */
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.optionalText(name);
    if (value === undefined) return undefined;
    const found = choices.find((choice) => choice === value);
    if (found === undefined) throw unsuitable(`For 'properties/${name}', ${value} is not a member of ${JSON.stringify(choices)}.`);
    return found;
  }

  flag(name: string): boolean | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null || typeof value === "boolean") return value ?? undefined;
    throw wrongType(name, value, "a boolean");
  }

  integer(name: string): number | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(name, value, "an integer");
    return value;
  }

  texts(name: string): string[] | undefined {
    return this.#list(name)?.map((value) => {
      if (typeof value !== "string") throw wrongType(name, value, "a string");
      return value;
    });
  }

  /** A list of names, each as a string or as an object with a `name`. */
  names(name: string): string[] | undefined {
    return this.#list(name)?.map((value) => (typeof value === "string" ? value : new JsonFields(value).text("name")));
  }

  integers(name: string): number[] | undefined {
    return this.#list(name)?.map((value) => {
      if (typeof value !== "number" || !Number.isInteger(value)) throw wrongType(name, value, "an integer");
      return value;
    });
  }

  object(name: string): JsonFields | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) throw wrongType(name, value, "an object");
    return new JsonFields(value);
  }

  objects(name: string): JsonFields[] | undefined {
    return this.#list(name)?.map((value) => {
      if (!isObject(value)) throw wrongType(name, value, "an object");
      return new JsonFields(value);
    });
  }

  /** A date-time of ISO 8601, as milliseconds since 1970. */
  moment(name: string): number | undefined {
    const text = this.optionalText(name);
    if (text === undefined) return undefined;
    const milliseconds = Date.parse(text);
    if (Number.isNaN(milliseconds)) throw unsuitable(`For 'properties/${name}', ${text} is not a date-time.`);
    return milliseconds;
  }

  /** Names with string values, such as permissions. */
  entries(): [string, string][] {
    return Object.entries(this.#fields).map(([name, value]) => {
      if (typeof value !== "string") throw wrongType(name, value, "a string");
      return [name, value];
    });
  }

  #list(name: string): readonly unknown[] | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw wrongType(name, value, "an array");
    return value;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unsuitable(problem: string): Fail {
  return new Fail(422, `Invalid request.\n\n${problem}`);
}

function wrongType(name: string, value: unknown, wanted: string): Fail {
  return unsuitable(`For 'properties/${name}', ${JSON.stringify(value)} is not ${wanted}.`);
}
