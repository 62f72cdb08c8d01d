import { access, mkdir } from "node:fs/promises";
import path from "node:path";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { hubError } from "../contract";
import { FolderTaken, lockFolder } from "./folder-lock";
import { listenOn } from "./pg-listener";
import * as schema from "./schema";

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Where a hub keeps its rooms. */
export interface OpenDatabase {
	db: Database;
	/** Whether other instances of the hub may be at work on the same data. */
	shared: boolean;
	/**
	 * Calls `onMessage` for each message of any instance, and `onGap` after messages may have been missed. Only where
	 * `shared`; messages are sent inside a transaction, with `pg_notify`.
	 */
	listen(onMessage: (text: string) => void, onGap: () => void): Promise<void>;
	close(): Promise<void>;
}

export const CHANNEL = "workshop";

const DRIZZLE = { schema, casing: "snake_case" as const };
/** Not where this module is: when the product runs, modules are bundles. */
const migrationsFolder = () =>
	path.join(/* turbopackIgnore: true */ process.cwd(), "lib/workshop/server/migrations");

/** PostgreSQL at `url`. @throws HubError `no-store` */
export async function openPostgres(url: string): Promise<OpenDatabase> {
	const [{ Pool }, { drizzle }, { migrate }] = await Promise.all([
		import("pg").then((module) => module.default),
		import("drizzle-orm/node-postgres"),
		import("drizzle-orm/node-postgres/migrator"),
	]);
	const pool = new Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
	// A connection that breaks while it is idle; the pool makes another one.
	pool.on("error", (error) => console.error("Workshops: a connection to PostgreSQL broke:", error.message));
	const db = drizzle(pool, DRIZZLE);
	const stop = new AbortController();
	try {
		// Two instances that start at once must not migrate at once.
		const client = await pool.connect();
		try {
			await client.query("select pg_advisory_lock(7203114)");
			await migrate(drizzle(client, DRIZZLE), {
				migrationsFolder: migrationsFolder(),
				migrationsTable: "workshop_migrations",
			});
		} finally {
			await client.query("select pg_advisory_unlock(7203114)").catch(() => {});
			client.release();
		}
	} catch (cause) {
		await pool.end().catch(() => {});
		console.error("Workshops: PostgreSQL cannot be used:", cause);
		throw hubError(
			"no-store",
			"The workshop’s database cannot be reached. Nothing was lost; whoever runs this playground finds the reason in its log and can try again.",
		);
	}
	return {
		db: db as unknown as Database,
		shared: true,
		listen: (onMessage, onGap) => listenOn(url, CHANNEL, { onMessage, onGap, signal: stop.signal }),
		async close() {
			stop.abort();
			await pool.end();
		},
	};
}

/**
 * PGlite in a folder, made where it is not there; `null` keeps the data in memory. Takes seconds and hundreds of
 * megabytes. @throws HubError `no-store`
 */
export async function openPGlite(folder: string | null): Promise<OpenDatabase> {
	if (folder !== null) await mkdir(path.dirname(folder), { recursive: true });
	const lock = folder === null ? null : await lockOrExplain(folder);
	try {
		const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
			import("@electric-sql/pglite"),
			import("drizzle-orm/pglite"),
			import("drizzle-orm/pglite/migrator"),
		]);
		const client = folder === null ? await PGlite.create() : await PGlite.create(folder);
		const db = drizzle(client, DRIZZLE);
		await migrate(db, { migrationsFolder: migrationsFolder(), migrationsTable: "workshop_migrations" });
		return {
			db: db as unknown as Database,
			shared: false,
			async listen() {},
			async close() {
				await client.close();
				await lock?.release();
			},
		};
	} catch (cause) {
		await lock?.release();
		console.error("Workshops: the store cannot be opened:", cause);
		throw hubError(
			"no-store",
			`The workshop’s store in ${folder} cannot be opened. Your code is kept in the browser; the log of the playground says why. Moving that folder away begins with an empty store.`,
		);
	}
}

async function lockOrExplain(folder: string) {
	try {
		return await lockFolder(folder);
	} catch (error) {
		if (!(error instanceof FolderTaken)) throw error;
		throw hubError(
			"no-store",
			`Another playground${error.pid > 0 ? ` (process ${error.pid})` : ""} has the workshop’s store in ${folder}. Nothing is lost: end that one, or set DATABASE_URL to a PostgreSQL that both can use, then try again.`,
		);
	}
}

/** Whether there is anything in the folder: a question about a room need not wake PGlite otherwise. */
export async function hasPGliteData(folder: string): Promise<boolean> {
	return access(path.join(folder, "PG_VERSION")).then(
		() => true,
		() => false,
	);
}
