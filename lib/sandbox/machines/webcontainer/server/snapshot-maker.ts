import { spawn } from "node:child_process";

/** What the making of a snapshot has come to. */
export type Making = { state: "making" } | { state: "failed"; message: string };

/** The server's bundles have copies of this module of their own; the process has one making. */
const shared = globalThis as { playgroundSnapshotMaking?: Making };

/**
 * Begins to make the snapshot, unless that is under way: in a process of its own, so that the server goes on answering.
 * A making that failed begins again with the next server.
 */
export function makeInBackground(root: string = process.cwd(), run: typeof runScript = runScript): Making {
	shared.playgroundSnapshotMaking ??= begin(root, run);
	return shared.playgroundSnapshotMaking;
}

function begin(root: string, run: typeof runScript): Making {
	run(root).then(
		() => {
			delete shared.playgroundSnapshotMaking;
		},
		(error: unknown) => {
			const message = error instanceof Error ? error.message : String(error);
			console.error(`The snapshot for sandboxes in the browser could not be made.\n${message}`);
			shared.playgroundSnapshotMaking = { state: "failed", message };
		},
	);
	return { state: "making" };
}

/** Resolves once the script has ended well; rejects with the end of what it said. */
function runScript(root: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			["--import", "tsx", /* turbopackIgnore: true */ "scripts/snapshot.ts", "--quick"],
			{
				cwd: root,
				stdio: ["ignore", "ignore", "pipe"],
				windowsHide: true,
			},
		);
		let said = "";
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			said = (said + text).slice(-4_000);
		});
		child.once("error", reject);
		child.once("close", (code) => (code === 0 ? resolve() : reject(new Error(said || `Exit code ${code}.`))));
	});
}
