import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate` writes a migration after the schema was changed; the hub applies them when it opens its store. */
export default defineConfig({
	dialect: "postgresql",
	schema: "./lib/workshop/server/schema.ts",
	out: "./lib/workshop/server/migrations",
	// Must be said here and in open-store.ts.
	casing: "snake_case",
});
