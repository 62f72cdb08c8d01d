import { execFile, spawn } from "node:child_process";
import { access, chown, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export const NO_POSTGRES =
	"skipped: no PostgreSQL found. Install it (Debian, Ubuntu: `sudo apt-get install postgresql`; macOS: `brew install postgresql`) or set TEST_DATABASE_URL to an empty database.";

export interface TestPostgres {
	/** Of an empty database. */
	url: string;
	stop(): Promise<void>;
}

/**
 * A PostgreSQL for tests: the one of TEST_DATABASE_URL, or one started for this run in a temporary folder, reached by a
 * socket in it. `null` where there is none on this computer. PostgreSQL refuses to run as root: then it runs as the user
 * `postgres` or `nobody`.
 */
export async function startTestPostgres(): Promise<TestPostgres | null> {
	const given = process.env.TEST_DATABASE_URL?.trim();
	if (given) return { url: given, stop: async () => {} };
	const bin = await findBinaries();
	if (bin === null) return null;
	const folder = await mkdtemp(join(tmpdir(), "workshop-pg-"));
	const data = join(folder, "data");
	await mkdir(data, { mode: 0o700 });
	const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? await unprivilegedUser() : {};
	if (user.uid !== undefined && user.gid !== undefined) {
		for (const path of [folder, data]) await chown(path, user.uid, user.gid);
	}
	await run(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], {
		...user,
		cwd: folder,
	});
	const options = [
		"-D",
		data,
		"-k",
		folder,
		"-c",
		"listen_addresses=",
		"-c",
		"fsync=off",
		"-c",
		"max_connections=60",
	];
	const server = spawn(join(bin, "postgres"), options, {
		...user,
		cwd: folder,
		stdio: ["ignore", "ignore", "pipe"],
	});
	let log = "";
	server.stderr?.setEncoding("utf8").on("data", (text: string) => {
		log = (log + text).slice(-4_000);
	});
	const end = () => server.kill("SIGINT");
	process.once("exit", end);
	const url = `socket:${folder}?db=postgres&user=postgres`;
	for (let tries = 0; ; tries++) {
		if (
			await run(join(bin, "pg_isready"), ["-q", "-h", folder]).then(
				() => true,
				() => false,
			)
		)
			break;
		if (server.exitCode !== null || tries > 300) throw new Error(`PostgreSQL did not start:\n${log}`);
		await delay(50);
	}
	return {
		url,
		async stop() {
			process.removeListener("exit", end);
			const gone = new Promise((resolve) => server.once("exit", resolve));
			server.kill("SIGINT");
			if (server.exitCode === null) await gone;
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** The folder with `initdb` and `postgres`; Debian does not put it on the path. */
async function findBinaries(): Promise<string | null> {
	const debian = "/usr/lib/postgresql";
	const versions = await readdir(debian).catch(() => []);
	const places = [
		...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, "bin")),
		...(process.env.PATH ?? "").split(delimiter),
		"/opt/homebrew/bin",
		"/usr/local/bin",
	];
	for (const place of places) {
		const all = ["initdb", "postgres", "pg_isready"].map((name) => access(join(place, name)));
		if (
			await Promise.all(all).then(
				() => true,
				() => false,
			)
		)
			return place;
	}
	return null;
}

async function unprivilegedUser(): Promise<{ uid: number; gid: number }> {
	for (const name of ["postgres", "nobody"]) {
		try {
			const [uid, gid] = await Promise.all(
				["-u", "-g"].map(async (flag) => (await run("id", [flag, name])).stdout),
			);
			return { uid: Number(uid), gid: Number(gid) };
		} catch {
			// The next one.
		}
	}
	throw new Error(
		"There is no user `postgres` or `nobody` to run PostgreSQL as, and it refuses to run as root.",
	);
}
