import path from "node:path";
import { isInside } from "./paths";

/** What of this computer an isolated machine is made of. Absolute paths without links. */
export interface IsolationSystem {
	/** bubblewrap's program. */
	bwrap: string;
	/** The Node that runs the playground. */
	node: string;
	/** The playground's own folder: nothing of it is shown but its `node_modules`. */
	product: string;
	/** The person's home folder; not shown, wherever it lies. */
	home: string;
}

/** What one machine has for itself. */
export interface IsolatedPlaces {
	/** The app's folder. */
	app: string;
	/** What its programs see as `/tmp`. */
	temporary: string;
	/** The socket of its {@link Relay}. */
	relay: string;
}

/** Where programs inside find the relay's socket. */
export const RELAY_INSIDE = "/run/relay.sock";

/** Programs and libraries. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store"];

/**
 * Of /etc only what programs look up by name: users, hosts, the loader's index, the time zone. All of it would show a
 * playground that runs as root the keys and passwords that lie there.
 */
const OF_ETC = [
	"alternatives",
	"group",
	"host.conf",
	"hosts",
	"ld.so.cache",
	"localtime",
	"nsswitch.conf",
	"passwd",
	"ssl/openssl.cnf",
].map((name) => `/etc/${name}`);

/**
 * The arguments of bubblewrap (bwrap(1)) before the program and its own: a system that cannot be written, the app's
 * folder, its own /tmp and processes, no network but a loopback of its own, nothing else. Options of bubblewrap 0.4 and
 * later only.
 */
export function bwrapArguments(system: IsolationSystem, places: IsolatedPlaces): string[] {
	const { product, home } = system;
	const ofNode = nodeFolder(system.node, [home, product]);
	const modules = path.join(product, "node_modules");
	const hidden = [home, product].filter((place) => SYSTEM.some((folder) => isInside(folder, place)));
	return [
		// Users, processes, network, names and inter-process communication of its own.
		"--unshare-all",
		"--die-with-parent",
		"--new-session",
		// A playground that runs as root hands none of root's powers on.
		...["--cap-drop", "ALL"],
		...["--hostname", "playground"],
		...[...SYSTEM, ...OF_ETC].flatMap((place) => ["--ro-bind-try", place, place]),
		...["--proc", "/proc", "--dev", "/dev"],
		...["--bind", places.temporary, "/tmp"],
		...hidden.flatMap((place) => ["--tmpfs", place]),
		...(SYSTEM.some((folder) => isInside(folder, ofNode)) ? [] : ["--ro-bind", ofNode, ofNode]),
		...["--ro-bind", modules, modules],
		...["--bind", places.app, places.app],
		...["--ro-bind", places.relay, RELAY_INSIDE],
		...[...hidden, "/dev", "/"].flatMap((place) => ["--remount-ro", place]),
		...["--chdir", places.app],
		"--",
	];
}

/** What Node needs beside its program: the folder that it was installed in, unless that is no folder of its own. */
function nodeFolder(node: string, hidden: readonly string[]): string {
	const folder = path.dirname(path.dirname(node));
	const isOwn = path.basename(path.dirname(node)) === "bin" && folder !== "/";
	return isOwn && !hidden.some((place) => isInside(folder, place)) ? folder : node;
}

/** What the agent must know of the place it runs in. */
export function isolationEnvironment(ports: readonly number[]): Record<string, string> {
	return {
		TMPDIR: "/tmp",
		TEMP: "/tmp",
		TMP: "/tmp",
		SANDBOX_ISOLATED: "on",
		SANDBOX_RELAY: RELAY_INSIDE,
		SANDBOX_PORTS: ports.join(","),
	};
}
