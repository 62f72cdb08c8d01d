import type { BootOptions, PreviewMessage, WebContainer } from "@webcontainer/api";

export type { PreviewMessage };

/** What is used of a running WebContainer. */
export type Container = Pick<
	WebContainer,
	"fs" | "mount" | "on" | "setPreviewScript" | "spawn" | "teardown" | "workdir"
>;

/** What is used of `@webcontainer/api`. */
export interface WebContainerApi {
	boot(options: BootOptions): Promise<Container>;
	configureAPIKey(key: string): void;
}

/** Loads the real API, and only then: it is of no use to a page that has another machine. */
export async function loadWebContainerApi(): Promise<WebContainerApi> {
	const { WebContainer, configureAPIKey } = await import("@webcontainer/api");
	return { boot: (options) => WebContainer.boot(options), configureAPIKey };
}
