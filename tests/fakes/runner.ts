import type {
	AppData,
	Build,
	Exchange,
	LogEntry,
	Mode,
	NextStatus,
	RawRequest,
	RawResponse,
} from "@/lib/sandbox/agent-protocol";
import { SandboxError } from "@/lib/sandbox/errors";
import { type FileChanges, type FileManifest, hashText } from "@/lib/sandbox/files";
import type { Runner, RunnerEvent } from "@/lib/sandbox/runner";
import { bytesToBase64 } from "@/lib/util/base64";

type Handler = (request: RawRequest, signal?: AbortSignal) => Promise<RawResponse> | RawResponse;

/** A runner without any process: counts what it is asked for, and can be made to crash, hang and vanish. */
export class FakeRunner implements Runner {
	readonly label = "Fake";
	modes: readonly Mode[] = ["development", "production"];
	manifest: FileManifest = {};
	files: Record<string, string> = {};
	next: NextStatus = { state: "stopped" };
	readonly calls: string[] = [];
	data: AppData = {};
	build: Build = { mode: "development", buildId: null, routes: [], actions: [], log: "" };
	seed: AppData = {};
	handler: Handler = () => htmlResponse("<p>Hello</p>");
	/** Held promises: every start and request waits for this one. */
	gate: Promise<void> = Promise.resolve();
	private readonly listeners = new Set<(event: RunnerEvent) => void>();
	private readonly recorded: Exchange[] = [];
	private readonly lines: LogEntry[] = [];
	disposed = false;
	startFails: SandboxError | null = null;

	async apply(changes: FileChanges): Promise<void> {
		this.calls.push("apply");
		await this.gate;
		this.mustLive();
		for (const [path, text] of Object.entries(changes.write)) {
			this.files[path] = text;
			this.manifest = { ...this.manifest, [path]: hashText(text) };
		}
		for (const path of changes.remove) {
			delete this.files[path];
			const { [path]: _, ...rest } = this.manifest;
			this.manifest = rest;
		}
	}

	async start(mode: Mode): Promise<void> {
		this.calls.push(`start ${mode}`);
		await this.gate;
		this.mustLive();
		if (this.startFails) throw this.startFails;
		this.setNext({ state: "ready", mode, port: 4000 });
	}

	async restart(mode: Mode): Promise<void> {
		this.calls.push(`restart ${mode}`);
		await this.gate;
		this.mustLive();
		if (this.startFails) throw this.startFails;
		this.setNext({ state: "ready", mode, port: 4000 });
	}

	async request(request: RawRequest, signal?: AbortSignal): Promise<RawResponse> {
		this.calls.push(`request ${request.path}`);
		await Promise.race([
			this.gate,
			new Promise((_, reject) =>
				signal?.addEventListener("abort", () => reject(signal.reason), { once: true }),
			),
		]);
		this.mustLive();
		return this.handler(request, signal);
	}

	async readBuild(): Promise<Build> {
		this.mustLive();
		return this.build;
	}

	latencyMs = 0;
	async setLatency(ms: number): Promise<void> {
		this.calls.push(`setLatency ${ms}`);
		this.latencyMs = ms;
	}
	secondPort = 4001;
	async openSecondBrowser(): Promise<string> {
		this.calls.push("openSecondBrowser");
		this.mustLive();
		return `http://localhost:${this.secondPort++}`;
	}

	async readData(): Promise<AppData> {
		return this.data;
	}

	async resetData(data?: AppData): Promise<void> {
		this.calls.push("resetData");
		this.mustLive();
		this.data = structuredClone(data ?? this.seed);
	}

	exchanges(): readonly Exchange[] {
		return this.recorded;
	}
	logs(): readonly LogEntry[] {
		return this.lines;
	}
	previewUrl(): string | null {
		return this.next.state === "ready" ? `http://localhost:${this.next.port}` : null;
	}
	subscribe(listener: (event: RunnerEvent) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}
	async dispose(): Promise<void> {
		this.disposed = true;
	}

	setNext(status: NextStatus): void {
		this.next = status;
		this.emit({ type: "next", status });
	}
	crash(): void {
		this.setNext({ state: "exited", mode: "development", code: 1, signal: null, logTail: "boom" });
	}
	vanish(): void {
		this.disposed = true;
		this.emit({ type: "gone", reason: "test" });
	}
	record(exchange: Exchange): void {
		this.recorded.push(exchange);
		this.emit({ type: "exchange", exchange });
	}
	log(text: string): void {
		const entry: LogEntry = { seq: this.lines.length, at: Date.now(), stream: "stdout", text };
		this.lines.push(entry);
		this.emit({ type: "log", entry });
	}

	private emit(event: RunnerEvent): void {
		for (const listener of [...this.listeners]) listener(event);
	}
	private mustLive(): void {
		if (this.disposed) throw new SandboxError("machine-gone", "gone", { retryable: true });
	}
}

export function htmlResponse(
	html: string,
	init: { status?: number; headers?: [string, string][] } = {},
): RawResponse {
	return {
		status: init.status ?? 200,
		headers: [["content-type", "text/html; charset=utf-8"], ...(init.headers ?? [])],
		body: bytesToBase64(new TextEncoder().encode(html)),
		durationMs: 1,
		exchangeId: "x",
	};
}
