import path from "node:path";
import { lanAddresses } from "@/lib/util/own-names";
import { hubError } from "../contract";
import { hasPGliteData, openPGlite, openPostgres } from "./database";
import { Hub } from "./hub";

/** How this server's environment sets up workshops. */
export interface HubSettings {
	enabled: boolean;
	hosted: boolean;
	lan: boolean;
	port: string;
}

/**
 * PLAYGROUND_WORKSHOPS=off takes workshops away; PLAYGROUND_HOSTED=on and PLAYGROUND_LAN=on say who comes; DATABASE_URL
 * or PLAYGROUND_WORKSHOP_DATA (a folder, `.data/workshop` by default) say where the rooms are kept.
 */
export function hubSettings(environment: Record<string, string | undefined> = process.env): HubSettings {
	return {
		enabled: environment.PLAYGROUND_WORKSHOPS?.trim() !== "off",
		hosted: environment.PLAYGROUND_HOSTED?.trim() === "on",
		lan: environment.PLAYGROUND_LAN?.trim() === "on",
		port: environment.PORT?.trim() || "3000",
	};
}

/** On globalThis: each route, and each version of a module during development, is a bundle of its own. */
const store = globalThis as typeof globalThis & { [key: symbol]: Hub | undefined };
const KEY = Symbol.for("playground.hub");

/**
 * The hub of this server, made at the first call; its store is opened when it is needed.
 * @throws HubError `off`
 */
export function theHub(): Hub {
	if (!hubSettings().enabled) throw hubError("off", "This playground was set up without workshops.");
	store[KEY] ??= makeHub();
	return store[KEY];
}

/** Puts another hub in place: for tests. `null` takes it away. */
export function installHub(hub: Hub | null): void {
	store[KEY] = hub ?? undefined;
}

function makeHub(): Hub {
	const url = process.env.DATABASE_URL?.trim();
	if (url) return new Hub({ open: () => openPostgres(url), mayHaveRooms: async () => true });
	const folder = path.resolve(
		/* turbopackIgnore: true */ process.cwd(),
		process.env.PLAYGROUND_WORKSHOP_DATA?.trim() || ".data/workshop",
	);
	return new Hub({ open: () => openPGlite(folder), mayHaveRooms: () => hasPGliteData(folder) });
}

/** Origins by which other computers may open this playground. */
export function lanOrigins({ lan, port }: HubSettings): string[] {
	return lan ? lanAddresses().map((address) => `http://${address}:${port}`) : [];
}
