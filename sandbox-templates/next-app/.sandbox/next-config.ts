import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NextConfig } from "next";

/** The nearest folder, from `folder` upwards, whose node_modules has Next.js: the app itself has none. */
function folderOfNext(folder: string): string {
	if (existsSync(join(folder, "node_modules", "next"))) return folder;
	const parent = dirname(folder);
	if (parent === folder) throw new Error("No folder above this app has Next.js in its node_modules.");
	return folderOfNext(parent);
}

const needed: NextConfig = {
	// Turbopack resolves nothing outside its root.
	turbopack: { root: folderOfNext(process.cwd()) },
	// Without these the page stays without JavaScript when it is opened under another name of the same computer, or under
	// the name that a WebContainer gives it.
	allowedDevOrigins: [
		"localhost",
		"127.0.0.1",
		"*.localhost",
		"**.webcontainer-api.io",
		"**.webcontainer.io",
		// Names of this computer, where people at other computers have sandboxes on it.
		...(process.env.PREVIEW_HOSTS?.split(",") ?? []),
	],
	// The preview is small; errors are shown all the same.
	devIndicators: false,
	// Bodies stay readable for the recorder.
	compress: false,
	logging: {
		fetches: { fullUrl: true },
		incomingRequests: { ignore: [/\/__sandbox\//] },
		// The preview's console reaches the playground by another way.
		browserToTerminal: false,
	},
	agentRules: false,
	// With it, `next dev` 16.3.7 now and then goes on running a module as it was two edits ago, once its text returns to
	// what it had been before: an undo, a lesson's solution, a claim that gives the sandbox back.
	experimental: {
		turbopackServerFastRefresh: false,
		// The playground restarts the server between two edits when its memory runs low, not in the middle of a request.
		devMemoryThresholdRestart: false,
	},
};

/** `config` with what the playground needs to run this app. */
export function inPlayground(config: NextConfig = {}): NextConfig {
	return { ...config, ...needed, experimental: { ...config.experimental, ...needed.experimental } };
}
