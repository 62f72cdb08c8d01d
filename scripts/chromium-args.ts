/** For a browser that is driven: no sandbox of its own (root in containers), and not one request to its maker. */
export const CHROMIUM_ARGS: string[] = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	// Several pages at once: none of them is in front, and all must keep their timers.
	"--disable-background-timer-throttling",
	"--disable-backgrounding-occluded-windows",
	"--disable-renderer-backgrounding",
];
