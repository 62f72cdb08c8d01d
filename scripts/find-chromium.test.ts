import { expect, test } from "vitest";
import { type ChromiumSurroundings, findChromium } from "./find-chromium";

function around(changes: Partial<ChromiumSurroundings> & { programs?: string[] } = {}): ChromiumSurroundings {
	const programs = new Set(changes.programs ?? []);
	return {
		env: { PATH: "/usr/local/bin:/opt/bin" },
		platform: "linux",
		home: "/home/ada",
		isRoot: false,
		isExecutable: async (path) => programs.has(path),
		names: async () => [],
		osRelease: async () => 'NAME="Debian GNU/Linux"\nID=debian\n',
		installDebianPackage: async () => {
			throw new Error("must not install");
		},
		...changes,
	};
}

test("a variable wins over everything else, and a wrong one is said instead of passed over", async () => {
	const programs = ["/my/chromium", "/usr/bin/chromium"];
	expect(await findChromium(around({ programs, env: { CHROMIUM_PATH: "/my/chromium" } }))).toBe(
		"/my/chromium",
	);
	expect(
		await findChromium(around({ programs, env: { PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: "/my/chromium" } })),
	).toBe("/my/chromium");
	await expect(findChromium(around({ programs, env: { CHROMIUM_PATH: "/gone" } }))).rejects.toThrow(
		"CHROMIUM_PATH is set to /gone, but",
	);
});

test.each<[string, Partial<ChromiumSurroundings>, string]>([
	["a usual place", {}, "/usr/bin/google-chrome"],
	["PATH", {}, "/opt/bin/chromium-browser"],
	["macOS", { platform: "darwin" }, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
	[
		"Windows",
		{ platform: "win32", env: { PROGRAMFILES: "C:/Program Files" } },
		"C:/Program Files/Google/Chrome/Application/chrome.exe",
	],
	[
		"Playwright's download, the newest",
		{ names: async () => ["chromium-999", "chromium-1187", "ffmpeg-1011", "chromium_headless_shell-2000"] },
		"/home/ada/.cache/ms-playwright/chromium-1187/chrome-linux/chrome",
	],
])("finds one: %s", async (_, changes, path) => {
	const older = "/home/ada/.cache/ms-playwright/chromium-999/chrome-linux/chrome";
	expect(await findChromium(around({ ...changes, programs: [older, path] }))).toBe(path);
});

test("on Debian as root the package is installed; otherwise one sentence says what to do", async () => {
	const programs: string[] = [];
	const installing = around({
		isRoot: true,
		isExecutable: async (path) => programs.includes(path),
		installDebianPackage: async () => void programs.push("/usr/bin/chromium"),
	});
	expect(await findChromium(installing)).toBe("/usr/bin/chromium");
	await expect(findChromium(around())).rejects.toThrow(
		/^No Chromium or Chrome was found: install one .*CHROMIUM_PATH/,
	);
	await expect(findChromium(around({ isRoot: true, osRelease: async () => "ID=fedora\n" }))).rejects.toThrow(
		/install one/,
	);
});
