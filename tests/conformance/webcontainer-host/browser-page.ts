import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { SandboxError, type SandboxErrorCode } from "@/lib/sandbox/errors";
import type { FileManifest } from "@/lib/sandbox/files";
import type { Machine, MachineProcess } from "@/lib/sandbox/machine";
import type { Diagnosis } from "@/lib/sandbox/machines/webcontainer/diagnosis";
import { CHROMIUM_ARGS } from "@/scripts/chromium-args";
import { findChromium } from "@/scripts/find-chromium";
import type { PageAnswer, PageConnectOptions } from "./browser-entry";

/** A site whose only page can have WebContainers, and a browser to open it with. */
export interface TestSite {
	readonly origin: string;
	/** Served at `/snapshot`. */
	snapshot: Uint8Array;
	/**
	 * Opens the page with `hostUrl` as the service's address; isolated by its headers unless told otherwise; `beside`
	 * another one as a second tab of the same browser.
	 */
	open(
		hostUrl: string,
		options?: { isolated?: boolean; beside?: ContainerTestPage },
	): Promise<ContainerTestPage>;
	close(): Promise<void>;
}

const ISOLATION = {
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-embedder-policy": "require-corp",
};

export async function openTestSite(): Promise<TestSite> {
	const { outputFiles } = await build({
		entryPoints: [path.join(import.meta.dirname, "browser-entry.ts")],
		bundle: true,
		write: false,
		format: "esm",
		target: "es2022",
	});
	const script = outputFiles[0]?.text ?? "";
	const server = createServer((incoming, outgoing) => {
		const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
		if (pathname === "/page.js")
			return outgoing.writeHead(200, { "content-type": "text/javascript" }).end(script);
		if (pathname === "/snapshot") return outgoing.writeHead(200).end(site.snapshot);
		if (pathname !== "/") return outgoing.writeHead(404).end();
		outgoing
			.writeHead(200, { "content-type": "text/html", ...(searchParams.has("isolated") ? ISOLATION : {}) })
			.end(
				`<!doctype html><title>specs</title><script>WEBCONTAINER_API_IFRAME_URL = ${JSON.stringify(searchParams.get("host"))}</script><script type="module" src="/page.js"></script>`,
			);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	const browser: Browser = await chromium.launch({
		executablePath: await findChromium(),
		args: CHROMIUM_ARGS,
	});
	const site: TestSite = {
		origin,
		snapshot: new Uint8Array(),
		async open(hostUrl, { isolated = true, beside } = {}) {
			const context = beside?.page.context() ?? (await browser.newContext());
			const page = await context.newPage();
			const query = new URLSearchParams({ host: hostUrl, ...(isolated ? { isolated: "" } : {}) });
			await page.goto(`${origin}/?${query}`);
			await page.waitForFunction("typeof act === 'function'");
			return new ContainerTestPage(page);
		},
		async close() {
			await browser.close();
			server.close();
			server.closeAllConnections();
		},
	};
	return site;
}

/** A `SandboxError` of the page, with the diagnosis it carried. */
export class PageSandboxError extends SandboxError {
	constructor(
		code: SandboxErrorCode,
		message: string,
		retryable: boolean,
		readonly diagnosis: Diagnosis | null,
	) {
		super(code, message, { retryable });
	}
}

export class ContainerTestPage {
	readonly page: Page;
	constructor(page: Page) {
		this.page = page;
	}

	async act(machine: number, name: string, ...args: unknown[]): Promise<PageAnswer & { ok: true }> {
		const answer = await this.page.evaluate(
			([on, what, given]) =>
				(
					globalThis as unknown as { act(on: number, what: string, given: unknown[]): Promise<PageAnswer> }
				).act(on, what, given),
			[machine, name, args] as const,
		);
		if (answer.ok) return answer;
		const { code, message, retryable, diagnosis } = answer.error;
		throw Object.assign(new PageSandboxError(code as SandboxErrorCode, message, retryable, diagnosis), {
			manifest: answer.manifest,
		});
	}

	async connect(options: PageConnectOptions): Promise<PageMachine> {
		const { value } = await this.act(-1, "connect", options);
		const id = value as number;
		const { manifest } = await this.act(id, "told");
		return new PageMachine(this, id, manifest);
	}
}

/** The page's machine, as it is seen from the spec's process. */
export class PageMachine implements Machine {
	readonly kind = "webcontainer";
	readonly #page: ContainerTestPage;
	readonly #id: number;
	#manifest: FileManifest;
	#asked = 0;
	#answered = 0;
	readonly #urls = new Map<number, string>();

	constructor(page: ContainerTestPage, id: number, manifest: FileManifest) {
		this.#page = page;
		this.#id = id;
		this.#manifest = manifest;
	}

	get manifest(): FileManifest {
		return this.#manifest;
	}

	async mount(tree: Record<string, string>): Promise<void> {
		await this.#do("machine", this.#id, "mount", tree);
	}
	async write(changes: Record<string, string>): Promise<void> {
		await this.#do("machine", this.#id, "write", changes);
	}
	async remove(paths: string[]): Promise<void> {
		await this.#do("machine", this.#id, "remove", paths);
	}
	async read(file: string): Promise<string | null> {
		return (await this.#do("machine", this.#id, "read", file)) as string | null;
	}
	async dispose(): Promise<void> {
		await this.#do("machine", this.#id, "dispose");
	}

	async spawn(
		command: string,
		args: string[],
		{ env = {}, signal }: { env?: Record<string, string>; signal?: AbortSignal } = {},
	): Promise<MachineProcess> {
		const program = (await this.#do(
			"spawn",
			this.#id,
			command,
			args,
			env,
			signal?.aborted ?? false,
		)) as number;
		signal?.addEventListener("abort", () => void this.#do("abort", program));
		return {
			write: async (text) => void (await this.#do("input", program, text)),
			output: new ReadableStream<string>({
				pull: async (controller) => {
					const next = (await this.#do("read", program)) as ReadableStreamReadResult<string>;
					if (next.done) controller.close();
					else controller.enqueue(next.value);
				},
				cancel: async () => void (await this.#do("leave", program)),
			}),
			// A page that is closed has ended it.
			exit: this.#do("exit", program).then(
				(code) => code as number,
				() => 137,
			),
			kill: async () => void (await this.#do("kill", program)),
		};
	}

	/** Knows what {@link askUrl} and {@link whenPort} have learned: the page is another process. */
	urlFor(port: number): string {
		const url = this.#urls.get(port);
		if (url === undefined) throw new SandboxError("not-running", "The spec has not asked for that port.");
		return url;
	}
	async askUrl(port: number): Promise<string> {
		return (await this.#do("urlFor", this.#id, port)) as string;
	}
	async whenPort(port: number): Promise<string> {
		const url = (await this.#do("whenPort", this.#id, port)) as string;
		this.#urls.set(port, url);
		return url;
	}
	async setPreviewScript(source: string): Promise<void> {
		await this.#do("setPreviewScript", this.#id, source);
	}

	async #do(name: string, ...args: unknown[]): Promise<unknown> {
		this.#asked += 1;
		const turn = this.#asked;
		const see = (manifest: FileManifest) => {
			if (turn < this.#answered) return;
			this.#answered = turn;
			this.#manifest = manifest;
		};
		try {
			const answer = await this.#page.act(this.#id, name, ...args);
			see(answer.manifest);
			return answer.value;
		} catch (error) {
			if (error instanceof PageSandboxError) see((error as { manifest?: FileManifest }).manifest ?? {});
			throw error;
		}
	}
}
