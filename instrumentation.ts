/**
 * Called by Next.js once when the server starts. Sandboxes are prepared behind the server's back: it must not wait for
 * them. A setting that is wrong is told in the log, and to the pages that ask for it.
 */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
	const { stampPeers } = await import("@/lib/util/peer-stamp");
	const { startLocalMachines } = await import("@/lib/sandbox/machines/local/server/start");
	const { startIsolation } = await import("@/lib/sandbox/machines/webcontainer/server/start");
	const { securePages } = await import("@/lib/util/secure-pages");
	stampPeers();
	startLocalMachines();
	const webContainers = startIsolation();
	// `next dev` evaluates what it loads, and writes scripts of its own into its pages.
	if (process.env.NODE_ENV === "production") securePages(".next/server/app", { webContainers });
}
