const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Calls `then` with the exit code that fits when this process is asked to end: by Ctrl+C, SIGTERM, a closed terminal,
 * or because npm, which started it, was ended. npm passes a signal on to its shell only, and the shell dies of it
 * without a word to us. Gives what stops listening.
 */
export function onInterruption(then: (exitCode: number) => void): () => void {
	const listeners = Object.entries(SIGNALS).map(([signal, code]) => ({ signal, listener: () => then(code) }));
	for (const { signal, listener } of listeners) process.on(signal, listener);
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return;
		clearInterval(watch);
		then(SIGNALS.SIGTERM);
	}, 500);
	watch.unref();
	return () => {
		clearInterval(watch);
		for (const { signal, listener } of listeners) process.removeListener(signal, listener);
	};
}
