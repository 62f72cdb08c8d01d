import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { bwrapArguments, type IsolatedPlaces, type IsolationSystem } from "./isolation";

/** What of this computer machines can be isolated with, or for people why they cannot. */
export type IsolationProbe = { system: IsolationSystem } | { missing: string };

const TIME_LIMIT_MS = 20_000;

let found: IsolationProbe | null = null;

/**
 * Whether machines can be isolated here. Found out by doing it: bubblewrap may be there and yet not be allowed to. Looks
 * once; synchronous, because nothing may be started before it is known.
 * @param product the playground's folder
 */
export function probeIsolation(product: string = process.cwd()): IsolationProbe {
	found ??= probe(product);
	return found;
}

function probe(product: string): IsolationProbe {
	if (process.platform !== "linux") return { missing: "bubblewrap runs on Linux only" };
	const bwrap = onPath("bwrap");
	if (bwrap === null) return { missing: "bubblewrap (bwrap) is not installed" };
	const system: IsolationSystem = {
		bwrap,
		node: realpathSync(process.execPath),
		product: realpathSync(/* turbopackIgnore: true */ product),
		home: homedir(),
	};
	const folder = mkdtempSync(
		path.join(/* turbopackIgnore: true */ realpathSync(tmpdir()), "playground-probe-"),
	);
	try {
		const trouble = tryOut(system, folder);
		return trouble === null ? { system } : { missing: `bubblewrap does not work here: ${trouble}` };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Runs Node in exactly what a machine would be. Gives what stood in the way, or `null`. */
function tryOut(system: IsolationSystem, folder: string): string | null {
	const at = (name: string) => path.join(/* turbopackIgnore: true */ folder, name);
	const places: IsolatedPlaces = { app: at("app"), temporary: at("tmp"), relay: at("relay.sock") };
	mkdirSync(places.app);
	mkdirSync(places.temporary);
	writeFileSync(places.relay, "");
	const run = spawnSync(system.bwrap, [...bwrapArguments(system, places), system.node, "--version"], {
		env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv,
		encoding: "utf8",
		timeout: TIME_LIMIT_MS,
	});
	if (run.status === 0 && run.stdout.trim() === process.version) return null;
	return run.stderr?.trim().split("\n").at(-1) || run.error?.message || `it ended with code ${run.status}`;
}

function onPath(name: string): string | null {
	for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
		if (!path.isAbsolute(folder)) continue;
		const place = path.join(/* turbopackIgnore: true */ folder, name);
		try {
			accessSync(place, constants.X_OK);
			return place;
		} catch {
			// The next folder.
		}
	}
	return null;
}
