import { z } from "zod";
import { durationPattern } from "../../kernel/duration.ts";

/** Ids are stable names: lower case, digits, hyphens. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "lower-case letters, digits and hyphens")
  .meta({ title: "id", description: "stable name, lower case with hyphens" });

/** A GitHub login: at most 39 letters, digits and single hyphens. */
export const Login = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, "a GitHub login without @")
  .meta({ title: "login", description: "GitHub login, without @" });

/** YAML dates stay text, so that no time zone can move them. */
export const Day = z.iso.date().meta({ title: "day", description: "day as YYYY-MM-DD" });

export const Duration = z
  .string()
  .regex(durationPattern, "a duration such as `5 business days`, `7 days`, `6 months`")
  .meta({ title: "duration", description: "such as `5 business days`, `7 days`, `6 months`" });

/** A clause of a public document; shown to people wherever the rule acts. */
export const Clause = z.string().min(1).max(400).meta({ title: "text", description: "clause of a public document that this comes from" });

export const Text = z.string().min(1).max(2000).meta({ title: "text" });
export const Word = z.string().min(1).max(200).meta({ title: "text" });
export const Link = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .meta({ title: "link", description: "address that starts with https://" });

/** A list of at most so many entries: anybody can propose a constitution, and reading one must not stall. */
export const listOf = <T extends z.ZodType>(entry: T, most = 100): z.ZodArray<T> => z.array(entry).max(most);

export const RelativePath = z
  .string()
  .min(1)
  .max(300)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$)).*$/, "a path inside the repository, without a leading / and without ..")
  .meta({ title: "path", description: "path inside the repository" });
