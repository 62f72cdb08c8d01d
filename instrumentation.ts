/**
 * Called by Next.js once when the server starts. Sandboxes are prepared behind the server's back: it must not wait for
 * them.
 */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
	const { startLocalMachines } = await import("@/lib/sandbox/machines/local/server/start");
	startLocalMachines();
}
