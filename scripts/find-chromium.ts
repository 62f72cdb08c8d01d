import { execFile, spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** What is looked at; replaced in specs. */
export interface ChromiumSurroundings {
	env: Record<string, string | undefined>;
	platform: NodeJS.Platform;
	home: string;
	isRoot: boolean;
	isExecutable(path: string): Promise<boolean>;
	/** Names in a folder; none where it does not exist. */
	names(dir: string): Promise<string[]>;
	/** `/etc/os-release`, or empty. */
	osRelease(): Promise<string>;
	/** Installs the Debian package; rejects when that fails. */
	installDebianPackage(): Promise<void>;
}

const VARIABLES = ["CHROMIUM_PATH", "PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH"];
const NAMES = [
	"chromium",
	"chromium-browser",
	"google-chrome-stable",
	"google-chrome",
	"chrome",
	"microsoft-edge",
];

/**
 * The path of a Chromium or Chrome. Looks at `CHROMIUM_PATH` and `PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH`, the usual
 * places, `PATH` and Playwright's own downloads; as root on Debian or Ubuntu installs the package `chromium` when there
 * is none. Throws with one sentence that says what to install.
 */
export async function findChromium(around: ChromiumSurroundings = realSurroundings()): Promise<string> {
	for (const variable of VARIABLES) {
		const path = around.env[variable];
		if (!path) continue;
		if (await around.isExecutable(path)) return path;
		throw new Error(`${variable} is set to ${path}, but there is no program there that can be started.`);
	}
	const found = await look(around);
	if (found) return found;
	if (around.isRoot && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(await around.osRelease())) {
		await around.installDebianPackage();
		const installed = await look(around);
		if (installed) return installed;
	}
	throw new Error(
		"No Chromium or Chrome was found: install one (Debian, Ubuntu: `sudo apt-get install chromium`; macOS, Windows: https://www.google.com/chrome; anywhere: `npx playwright install chromium`) or set CHROMIUM_PATH to its program.",
	);
}

async function look(around: ChromiumSurroundings): Promise<string | null> {
	for (const path of [...usualPlaces(around), ...onPath(around), ...(await playwrightDownloads(around))]) {
		if (await around.isExecutable(path)) return path;
	}
	return null;
}

function usualPlaces({ platform, env, home }: ChromiumSurroundings): string[] {
	if (platform === "darwin") {
		const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
		return ["/Applications", `${home}/Applications`].flatMap((folder) =>
			apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
		);
	}
	if (platform === "win32") {
		const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
			(root) => root !== undefined,
		);
		const programs = ["Google/Chrome", "Chromium", "Microsoft/Edge"];
		return roots.flatMap((root) =>
			programs.map(
				(program) => `${root}/${program}/Application/${program.endsWith("Edge") ? "msedge" : "chrome"}.exe`,
			),
		);
	}
	return ["/usr/bin/chromium", "/usr/bin/google-chrome", "/opt/google/chrome/chrome", "/snap/bin/chromium"];
}

function onPath({ env, platform }: ChromiumSurroundings): string[] {
	const suffix = platform === "win32" ? ".exe" : "";
	const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter((folder) => folder !== "");
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

async function playwrightDownloads(around: ChromiumSurroundings): Promise<string[]> {
	const { platform, home, env } = around;
	const caches = { darwin: `${home}/Library/Caches`, win32: env.LOCALAPPDATA ?? `${home}/AppData/Local` };
	const cache = caches[platform as keyof typeof caches] ?? env.XDG_CACHE_HOME ?? `${home}/.cache`;
	const root = env.PLAYWRIGHT_BROWSERS_PATH ?? `${cache}/ms-playwright`;
	const programs = [
		"chrome-linux/chrome",
		"chrome-linux64/chrome",
		"chrome-mac/Chromium.app/Contents/MacOS/Chromium",
		"chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
		"chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
		"chrome-win/chrome.exe",
		"chrome-win64/chrome.exe",
	];
	const versions = (await around.names(root)).filter((name) => /^chromium-\d+$/.test(name));
	const newestFirst = versions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
	return newestFirst.flatMap((version) => programs.map((program) => `${root}/${version}/${program}`));
}

function realSurroundings(): ChromiumSurroundings {
	return {
		env: process.env,
		platform: process.platform,
		home: homedir(),
		isRoot: process.getuid?.() === 0,
		isExecutable: async (path) => {
			try {
				await access(path, constants.X_OK);
				return (await stat(path)).isFile();
			} catch {
				return false;
			}
		},
		names: (dir) => readdir(dir).catch(() => []),
		osRelease: () => readFile("/etc/os-release", "utf8").catch(() => ""),
		installDebianPackage,
	};
}

async function installDebianPackage(): Promise<void> {
	console.log("No Chromium or Chrome was found. Installing the Debian package `chromium` (apt-get) …");
	await run("apt-get", ["update"]);
	await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
	const { stdout } = await promisify(execFile)("chromium", ["--version"]);
	console.log(`Installed ${stdout.trim()}.`);
}

function run(command: string, args: string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
		const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] });
		child.on("error", reject);
		child.on("exit", (code) =>
			code === 0
				? resolve()
				: reject(
						new Error(
							`\`${command} ${args.join(" ")}\` failed (exit code ${code}). Install Chromium by hand.`,
						),
					),
		);
	});
}
