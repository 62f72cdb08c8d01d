import { describe, expect, test } from "vitest";
import { bwrapArguments, type IsolationSystem, isolationEnvironment } from "./isolation";

const places = {
	app: "/home/ada/playground/.sandboxes/m-1",
	temporary: "/tmp/playground-m-1/tmp",
	relay: "/tmp/playground-m-1/relay.sock",
};
const system = (more: Partial<IsolationSystem> = {}): IsolationSystem => ({
	bwrap: "/usr/bin/bwrap",
	node: "/usr/bin/node",
	product: "/home/ada/playground",
	home: "/home/ada",
	...more,
});

/** `option source target` in the order of the command line; one word less for options with one word. */
function mounts(args: string[]): string[] {
	const words: Record<string, number> = {
		"--ro-bind": 2,
		"--ro-bind-try": 2,
		"--bind": 2,
		"--tmpfs": 1,
		"--remount-ro": 1,
	};
	return args.flatMap((word, index) => {
		const count = words[word];
		return count === undefined ? [] : [[word, ...args.slice(index + 1, index + 1 + count)].join(" ")];
	});
}
const writable = (args: string[]) => mounts(args).filter((mount) => mount.startsWith("--bind "));

describe("the command line of bubblewrap", () => {
	test("cuts everything off, ends with the playground, and hands no power on", () => {
		const args = bwrapArguments(system(), places);
		for (const option of ["--unshare-all", "--die-with-parent", "--new-session"])
			expect(args).toContain(option);
		expect(args.slice(args.indexOf("--cap-drop"), args.indexOf("--cap-drop") + 2)).toEqual([
			"--cap-drop",
			"ALL",
		]);
		expect(args).not.toContain("--share-net");
		expect(args.slice(-3)).toEqual(["--chdir", places.app, "--"]);
	});

	test("lets it write to its folder and its /tmp, and to nothing else", () => {
		const args = bwrapArguments(system(), places);
		expect(writable(args)).toEqual([`--bind ${places.temporary} /tmp`, `--bind ${places.app} ${places.app}`]);
		expect(mounts(args).slice(-2)).toEqual(["--remount-ro /dev", "--remount-ro /"]);
	});

	test("shows of a home folder and of the playground only the packages and the app", () => {
		const shown = mounts(bwrapArguments(system(), places)).filter((mount) => mount.includes("/home/ada"));
		expect(shown).toEqual([
			"--ro-bind /home/ada/playground/node_modules /home/ada/playground/node_modules",
			`--bind ${places.app} ${places.app}`,
		]);
	});

	test("shows of /etc neither passwords nor private keys", () => {
		const shown = mounts(bwrapArguments(system(), places)).filter((mount) => mount.includes(" /etc"));
		expect(shown.length).toBeGreaterThan(3);
		for (const mount of shown) expect(mount).not.toMatch(/ \/etc(\/(shadow|ssl|ssl\/private))?( |$)/);
	});

	test("takes Node along where it lies elsewhere, with the folder it was installed in", () => {
		const of = (node: string) =>
			mounts(bwrapArguments(system({ node }), places)).filter(
				(m) => m.includes("node/") || m.endsWith("node"),
			);
		expect(of("/usr/local/bin/node")).toEqual([]);
		expect(of("/home/ada/.nvm/versions/node/v20/bin/node")).toEqual([
			"--ro-bind /home/ada/.nvm/versions/node/v20 /home/ada/.nvm/versions/node/v20",
		]);
		// Not the whole home folder, nor the whole disk.
		expect(of("/home/ada/bin/node")).toEqual(["--ro-bind /home/ada/bin/node /home/ada/bin/node"]);
		expect(of("/home/bin/node")).toEqual(["--ro-bind /home/bin/node /home/bin/node"]);
	});

	test("hides a playground, and a home, that lie inside the system, before it shows the packages", () => {
		const product = "/usr/src/app";
		const app = `${product}/.sandboxes/m-1`;
		const args = bwrapArguments(system({ product, home: "/usr/home/ada" }), { ...places, app });
		const about = mounts(args).filter((mount) => /\/usr\/(src|home)/.test(mount));
		expect(about).toEqual([
			"--tmpfs /usr/home/ada",
			"--tmpfs /usr/src/app",
			"--ro-bind /usr/src/app/node_modules /usr/src/app/node_modules",
			`--bind ${app} ${app}`,
			"--remount-ro /usr/home/ada",
			"--remount-ro /usr/src/app",
		]);
	});
});

test("the agent is told of its relay and its ports, and that /tmp is its own", () => {
	expect(isolationEnvironment([4001, 4002])).toMatchObject({
		TMPDIR: "/tmp",
		SANDBOX_ISOLATED: "on",
		SANDBOX_PORTS: "4001,4002",
		SANDBOX_RELAY: "/run/relay.sock",
	});
});
