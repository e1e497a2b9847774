import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name what-changed` writes the next plain SQL file into migrations/. */
export default defineConfig({ dialect: "postgresql", schema: "./src/adapters/store/schema.ts", out: "./migrations" });
