import { z } from "zod";

/** Permission to level, as GitHub tells it of Apps and installations; what is not given may be absent. */
export const Permissions = z
  .record(z.string(), z.string().optional())
  .transform((given) => Object.fromEntries(Object.entries(given).flatMap(([name, level]) => (level === undefined ? [] : [[name, level]]))));
