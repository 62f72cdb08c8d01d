import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build } from "esbuild";
import * as z from "zod";
import { HostInstance } from "./instance";
import { callSchema, type HostAnswer, type HostEvent, TOKEN_HEADER } from "./wire";

export interface WebContainerHostOptions {
	/** Origins of the pages that may have WebContainers of this host. */
	pageOrigins: string[];
	/** 0, the default: any free port. */
	port?: number;
	/**
	 * Absolute working directory of every instance, where files hold absolute paths; then one at a time. Default: a
	 * temporary folder each.
	 */
	workdir?: string;
	/** Of every program, over everything that was asked for. */
	environment?: Record<string, string> | undefined;
}

export interface WebContainerHost {
	/** For the page's `WEBCONTAINER_API_IFRAME_URL`. */
	readonly url: string;
	/** How many instances live. */
	readonly instances: number;
	/** Ends every instance and the server. */
	close(): Promise<void>;
}

const buildOptionsSchema = z.object({
	workdirName: z.string().nullable(),
	forwardPreviewErrors: z.union([z.boolean(), z.literal("exceptions-only")]),
});

/** Starts a host of WebContainers on this computer. See README.md for what it is and what it cannot show. */
export async function startWebContainerHost(options: WebContainerHostOptions): Promise<WebContainerHost> {
	const token = randomBytes(16).toString("hex");
	const script = await bundleHeadless();
	const instances = new Map<string, HostInstance>();
	const killNow = () => {
		for (const instance of instances.values()) instance.killNow();
	};
	process.once("exit", killNow);

	const server = createServer((incoming, outgoing) => {
		answer(incoming, outgoing).catch((error: unknown) => {
			if (outgoing.headersSent) return outgoing.destroy();
			sendJson(outgoing, { error: error instanceof Error ? error.message : String(error) });
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(options.port ?? 0, "127.0.0.1", resolve);
	});
	const url = `http://localhost:${(server.address() as AddressInfo).port}`;

	async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		if (`http://${incoming.headers.host}` !== url) return refuse(outgoing, 403);
		const { pathname, searchParams } = new URL(incoming.url ?? "/", url);
		if (pathname === "/headless") return sendHeadless(incoming, outgoing);
		if (pathname === "/headless.js")
			return void outgoing.writeHead(200, { ...ISOLATED, "content-type": "text/javascript" }).end(script);
		if (incoming.headers[TOKEN_HEADER] !== token) return refuse(outgoing, 403);
		if (pathname === "/instance") {
			const wanted = buildOptionsSchema.parse(JSON.parse(searchParams.get("options") ?? "null"));
			return openInstance(outgoing, wanted);
		}
		const [, id, action] = /^\/instance\/([0-9a-f]+)\/(call|mount)$/.exec(pathname) ?? [];
		const instance = instances.get(id ?? "");
		if (instance === undefined) return refuse(outgoing, 404);
		const body = Buffer.concat(await incoming.toArray());
		const value =
			action === "mount"
				? await instance.mount(body, searchParams.get("mountPoint"))
				: await instance.do(callSchema.parse(JSON.parse(body.toString())));
		sendJson(outgoing, { value: value ?? null });
	}

	function sendHeadless(incoming: IncomingMessage, outgoing: ServerResponse): void {
		const { referer } = incoming.headers;
		// A page that tells nobody where it is may still be the only one that is allowed.
		const parent = referer === undefined ? options.pageOrigins[0] : new URL(referer).origin;
		if (parent === undefined || !options.pageOrigins.includes(parent)) {
			refuse(outgoing, 403);
			return;
		}
		outgoing
			.writeHead(200, {
				...ISOLATED,
				"content-type": "text/html",
				"content-security-policy": `frame-ancestors ${options.pageOrigins.join(" ")}`,
			})
			.end(
				`<!doctype html><html data-token="${token}" data-parent="${parent}"><script type="module" src="/headless.js"></script></html>`,
			);
	}

	/** The instance lives as long as the response: a page that is closed takes everything along. */
	async function openInstance(
		outgoing: ServerResponse,
		wanted: z.infer<typeof buildOptionsSchema>,
	): Promise<void> {
		if (options.workdir !== undefined && instances.size > 0)
			throw new Error("With a fixed working directory there is one instance at a time.");
		const say = (event: HostEvent) => void outgoing.write(`${JSON.stringify(event)}\n`);
		const instance = await HostInstance.create({
			...wanted,
			workdir: options.workdir ?? null,
			environment: options.environment ?? {},
			onEvent: say,
		});
		instances.set(instance.id, instance);
		const end = () => instance.end().finally(() => instances.delete(instance.id));
		if (outgoing.destroyed) return end();
		outgoing.once("close", () => void end());
		outgoing.writeHead(200, { "content-type": "application/x-ndjson", "cache-control": "no-store" });
		say({ type: "built", id: instance.id, path: process.env.PATH ?? "", cwd: instance.workdir });
	}

	return {
		url,
		get instances() {
			return instances.size;
		},
		async close() {
			process.off("exit", killNow);
			await Promise.all([...instances.values()].map((instance) => instance.end()));
			server.close();
			server.closeAllConnections();
		},
	};
}

/** The page is isolated, so what it frames has to be embeddable and isolated too. */
const ISOLATED = {
	"cross-origin-resource-policy": "cross-origin",
	"cross-origin-embedder-policy": "require-corp",
	"cache-control": "no-store",
};

function refuse(outgoing: ServerResponse, status: number): void {
	outgoing.writeHead(status).end();
}

function sendJson(outgoing: ServerResponse, body: HostAnswer): void {
	outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bundleHeadless(): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [path.join(import.meta.dirname, "headless.ts")],
		bundle: true,
		write: false,
		format: "esm",
		target: "es2022",
	});
	return outputFiles[0]?.text ?? "";
}
