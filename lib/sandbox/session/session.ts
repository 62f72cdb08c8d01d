import { abortableDelay } from "@/lib/util/delay";
import type { NextStatus } from "../agent-protocol";
import { isSandboxError, SandboxError } from "../errors";
import type { Runner, RunnerEvent } from "../runner";
import { endingInWords } from "./ending-words";
import { createMachines } from "./machines";
import { type Actual, compileKey, filesHash, plan, type Step } from "./planner";
import type { Desired, Refusal, SessionState, Stage } from "./state";
import type { Session, SessionMachine } from "./types";
import { waitForVersion, withVersion } from "./version";

export interface SessionOptions {
	/** Ways to get a runner, the preferred one first. One that refuses with `unsupported` hands over to the next. */
	machines: SessionMachine[];
	/** Ends the session and everything it holds. */
	signal: AbortSignal;
	now?: () => number;
}

/** How long the first page of a lesson may take to compile before the preview is shown anyway, in milliseconds. */
const COMPILE_TIMEOUT = 60_000;
/** What is known of a machine that was just got. */
const NOTHING_DONE: Omit<Actual, "sandbox"> = {
	lesson: null,
	compiled: null,
	restartDue: false,
	crash: null,
};
/** A sandbox lost this often without ever being ready is not tried again by itself. */
const MAX_LOSSES = 3;

/**
 * The reconciler: one loop that compares what is desired with what is, and takes the planner's next step. `setDesired`
 * only notes the newest target and wakes the loop. Machines are kept across lessons.
 */
export function createSession({ machines: first, signal, now = Date.now }: SessionOptions): Session {
	const machines = createMachines(first, signal);
	let refusals: readonly Refusal[] = [];
	let state: SessionState = { state: "idle" };
	let desired: Desired | null = null;
	let runner: Runner | null = null;
	let generation = 0;
	let losses = 0;
	let running = false;
	/** Something changed since the loop last looked. */
	let pending = false;
	/** Cancels the step under way where a newer target makes it pointless (compiling, waiting to restart). */
	let stepAbort = new AbortController();
	let actual = NOTHING_DONE;

	const stateListeners = new Set<() => void>();
	const runnerListeners = new Set<(event: RunnerEvent) => void>();
	signal.addEventListener("abort", () => void runner?.dispose(), { once: true });

	function setState(next: SessionState): void {
		state = next;
		for (const listener of [...stateListeners]) listener();
	}

	function onRunnerEvent(from: Runner, event: RunnerEvent): void {
		if (from !== runner) return;
		for (const listener of [...runnerListeners]) listener(event);
		if (event.type === "gone") {
			noteLoss();
			wake();
		}
		if (event.type === "next") noteNext(event.status);
	}

	function noteNext(status: NextStatus): void {
		if (isDown(status)) noteCrash();
		// Down: plan the restart. Up again by itself while one was waited for: no need of it.
		if (isDown(status) || state.state === "crashed") wake();
	}

	function noteCrash(): void {
		if (!desired) return;
		const hash = filesHash(desired);
		const count = actual.crash?.filesHash === hash ? actual.crash.count + 1 : 1;
		actual = { ...actual, crash: { count, filesHash: hash }, compiled: null };
	}

	function noteLoss(): void {
		losses++;
		forgetRunner();
	}

	function forgetRunner(): void {
		runner = null;
		actual = NOTHING_DONE;
	}

	/** Has the loop look again, and cuts short a step that may be cut short. */
	function wake(): void {
		pending = true;
		stepAbort.abort(new SandboxError("cancelled", "A newer target took its place."));
		if (!running) void run();
	}

	async function run(): Promise<void> {
		running = true;
		while (pending && desired !== null && !signal.aborted) {
			pending = false;
			await loop();
		}
		running = false;
	}

	async function loop(): Promise<void> {
		while (desired !== null && !signal.aborted) {
			const target = desired;
			const sandbox = runner ? { manifest: runner.manifest, next: runner.next } : null;
			const step = plan({ ...actual, sandbox }, target);
			const crashBefore = actual.crash;
			stepAbort = new AbortController();
			try {
				const goOn = await take(step, target, AbortSignal.any([signal, stepAbort.signal]));
				if (!goOn) return;
			} catch (error) {
				if (signal.aborted) return;
				if (isSandboxError(error) && error.code === "cancelled") continue;
				// A runner that vanished under the step: the loop finds that out and acquires another one.
				if (isLoss(error) && runner !== null) noteLoss();
				if (runner === null && step.do !== "acquire") continue;
				// The process died while a step talked to it: the planner decides about restarts.
				if (runner && isDown(runner.next) && step.do !== "start") {
					if (step.do === "restart" && actual.crash === crashBefore) noteCrash();
					continue;
				}
				fail(step, error);
				return;
			}
		}
	}

	/** Takes one step. Resolves with whether there may be more to do. */
	async function take(step: Step, target: Desired, cancel: AbortSignal): Promise<boolean> {
		switch (step.do) {
			case "acquire":
				setState({ state: "booting", since: now() });
				return acquire();
			case "apply":
				if (runner?.next.state !== "ready") setState({ state: "mounting", since: now() });
				// Not cancellable: half a change must not stay behind. It is quick.
				await present().apply(step.changes, signal);
				actual = { ...actual, restartDue: actual.restartDue || step.restartDue };
				return true;
			case "start":
				await follow(() => present().start(step.mode, signal));
				actual = { ...actual, restartDue: false };
				return true;
			case "restart":
				await restart(step, cancel);
				return true;
			case "resetData":
				setState({ state: "compiling", since: now() });
				await present().resetData(undefined, signal);
				actual = { ...actual, lesson: target.lesson, compiled: null };
				return true;
			case "compile":
				await compile(step.path, target, cancel);
				return true;
			case "hold":
				setCrashed(null);
				return false;
			case "done":
				setReady(target);
				return false;
		}
	}

	function present(): Runner {
		if (!runner) throw new SandboxError("machine-gone", "The sandbox is gone.", { retryable: true });
		return runner;
	}

	async function acquire(): Promise<boolean> {
		if (losses >= MAX_LOSSES) {
			throw new SandboxError(
				"machine-gone",
				"The sandbox was lost several times in a row. Your files are safe.",
				{ retryable: true },
			);
		}
		const acquired = await machines.acquire();
		refusals = acquired.refusals;
		const made = acquired.runner;
		if (made === null) {
			setState({ state: "unsupported", refusals });
			return false;
		}
		// Also what a step that was under way on the machine before has noted since.
		actual = NOTHING_DONE;
		runner = made;
		made.subscribe((event) => onRunnerEvent(made, event));
		return true;
	}

	/** Shows the stages Next.js itself reports while `work` waits for it. */
	async function follow(work: () => Promise<void>): Promise<void> {
		const since = now();
		const show = (status: NextStatus) => {
			if (status.state === "starting") setState({ state: "starting", since, detail: status.stage });
		};
		setState({ state: "starting", since, detail: "starting" });
		const listener = (event: RunnerEvent) => event.type === "next" && show(event.status);
		runnerListeners.add(listener);
		try {
			await work();
		} finally {
			runnerListeners.delete(listener);
		}
	}

	async function restart(step: Extract<Step, { do: "restart" }>, cancel: AbortSignal): Promise<void> {
		if (step.afterMs > 0) {
			setCrashed(now() + step.afterMs);
			await abortableDelay(step.afterMs, cancel);
		}
		await follow(() => present().restart(step.mode, signal));
		actual = { ...actual, restartDue: false, compiled: null };
	}

	async function compile(path: string, target: Desired, cancel: AbortSignal): Promise<void> {
		setState({ state: "compiling", since: now() });
		try {
			await present().request({ method: "GET", path, timeoutMs: COMPILE_TIMEOUT }, cancel);
		} catch (error) {
			// A page that does not answer is shown as such in the preview; it must not keep the sandbox from being ready.
			if (!isSandboxError(error) || error.code !== "no-answer") throw error;
			if (runner?.next.state !== "ready") throw error;
		}
		actual = { ...actual, compiled: compileKey(target) };
	}

	function setReady(target: Desired): void {
		const previewUrl = runner?.previewUrl();
		if (!runner || !previewUrl)
			throw new SandboxError("internal", "The app runs, but its address is not known.");
		losses = 0;
		setState({
			state: "ready",
			lesson: target.lesson,
			previewUrl,
			previewPath: target.previewPath,
			mode: target.mode,
			machine: runner.label,
			refusals,
			generation,
		});
	}

	function setCrashed(restartsAt: number | null): void {
		const next = runner?.next;
		if (next?.state !== "exited" && next?.state !== "unresponsive") return;
		const exited = next.state === "exited";
		setState({
			state: "crashed",
			cause: next.state,
			message: exited
				? `${endingInWords(next)} Your files are safe.`
				: "The app has stopped answering, as in a loop that never ends. Your files are safe.",
			logTail: exited ? next.logTail : "",
			restartsAt,
		});
	}

	function fail(step: Step, error: unknown): void {
		const message = error instanceof Error ? error.message : String(error);
		const { code, retryable } = isSandboxError(error)
			? error
			: { code: "internal" as const, retryable: false };
		setState({ state: "failed", stage: STAGE_OF[step.do], message, code, retryable });
	}

	return {
		getState: () => state,
		subscribe(listener) {
			stateListeners.add(listener);
			return () => stateListeners.delete(listener);
		},
		setDesired(next) {
			desired = withVersion(next);
			generation++;
			wake();
		},
		retry() {
			losses = 0;
			actual = { ...actual, crash: null };
			wake();
		},
		setMachines(next) {
			losses = 0;
			const isPreferred = runner !== null && runner.label === next[0]?.name;
			machines.replace(next, { keep: isPreferred, present: runner });
			refusals = [];
			if (!isPreferred) forgetRunner();
			wake();
		},
		restart() {
			actual = { ...actual, restartDue: true, crash: null };
			wake();
		},
		get runner() {
			return runner;
		},
		onRunnerEvent(listener) {
			runnerListeners.add(listener);
			return () => runnerListeners.delete(listener);
		},
		whenReady,
		async whenCurrent(waitSignal) {
			const ready = await whenReady(waitSignal);
			if (desired?.mode === "development") await waitForVersion(ready.runner, desired, waitSignal ?? signal);
			return ready;
		},
	};

	function whenReady(waitSignal?: AbortSignal): Promise<{ runner: Runner; previewUrl: string }> {
		const wanted = generation;
		return new Promise((resolve, reject) => {
			const settle = (end: () => void) => {
				stateListeners.delete(look);
				waitSignal?.removeEventListener("abort", onAbort);
				end();
			};
			const onAbort = () => settle(() => reject(new SandboxError("cancelled", "Cancelled.")));
			const look = () => {
				if (state.state === "ready" && state.generation >= wanted && runner) {
					const found = { runner, previewUrl: state.previewUrl };
					settle(() => resolve(found));
				} else if (state.state === "failed") {
					const { message } = state;
					settle(() => reject(new SandboxError("start-failed", message)));
				} else if (state.state === "unsupported") {
					const message = state.refusals.map(({ error }) => error.message).join(" ");
					settle(() => reject(new SandboxError("unsupported", message)));
				} else if (state.state === "crashed" && state.restartsAt === null) {
					const { message, logTail } = state;
					const said = logTail.trim().split("\n").slice(-8).join("\n");
					settle(() => reject(new SandboxError("not-running", said ? `${message}\n${said}` : message)));
				}
			};
			if (waitSignal?.aborted) return onAbort();
			stateListeners.add(look);
			waitSignal?.addEventListener("abort", onAbort, { once: true });
			look();
		});
	}
}

function isLoss(error: unknown): boolean {
	return isSandboxError(error) && (error.code === "machine-gone" || error.code === "agent-stopped");
}

function isDown(next: NextStatus): boolean {
	return next.state === "exited" || next.state === "unresponsive";
}

const STAGE_OF: Record<Step["do"], Stage> = {
	acquire: "boot",
	apply: "mount",
	start: "start",
	restart: "start",
	resetData: "compile",
	compile: "compile",
	hold: "start",
	done: "compile",
};
