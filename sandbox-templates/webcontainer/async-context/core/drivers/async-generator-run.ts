import { awaitValue, type DriverHost, iteratorResult } from "./host";
import { type AnyAsyncIterator, methodOf } from "./iteration";
import { Await, Delegation } from "./marks";

type Kind = "next" | "throw" | "return";
interface Request {
	kind: Kind;
	value: unknown;
	resolve(result: IteratorResult<unknown>): void;
	reject(error: unknown): void;
}

/** One async generator at work. */
export interface AsyncGeneratorRun {
	/** `next(value)`, `throw(value)` or `return(value)` of the generator object. */
	request(kind: Kind, value: unknown): Promise<IteratorResult<unknown>>;
}

/**
 * Follows "AsyncGenerator Objects" and "yield*" of ECMAScript step by step. The helpers that compilers insert do not:
 * esbuild's resumes an `await` inside `finally` with `return` once `return()` has been called, and so cuts it short.
 */
export function createRuns(host: DriverHost, toAsyncIterator: (iterable: unknown) => AnyAsyncIterator) {
	return (body: Generator<unknown, unknown, unknown>): AsyncGeneratorRun => {
		const queue: Request[] = [];
		let state: "start" | "suspended" | "running" | "completed" = "start";
		let delegate: { iterator: AnyAsyncIterator; next: AnyAsyncIterator["next"] } | null = null;
		/** The value of a `return()` on its way through the body: awaited already, so not to be awaited again. */
		let returning: { value: unknown } | null = null;

		const awaitThen = (value: unknown, fulfilled: (value: unknown) => void) =>
			awaitValue(host, value, fulfilled, (error) => resume("throw", error));

		function settle(report: (request: Request) => void): void {
			const request = queue.shift();
			if (request) report(request);
			drain();
		}
		function give(value: unknown): void {
			state = "suspended";
			settle((request) => request.resolve({ value, done: false }));
		}
		function complete(value: unknown): void {
			state = "completed";
			settle((request) => request.resolve({ value, done: true }));
		}
		function fail(error: unknown): void {
			state = "completed";
			settle((request) => request.reject(error));
		}

		function resume(kind: Kind, value: unknown): void {
			if (kind === "return") returning = { value };
			else if (kind === "throw") returning = null;
			let result: IteratorResult<unknown>;
			try {
				result = body[kind](value);
			} catch (error) {
				fail(error);
				return;
			}
			follow(result);
		}

		function follow({ done, value }: IteratorResult<unknown>): void {
			if (done) {
				// Falling off the end and passing `return()` on are not `return value`, which awaits.
				if (value === undefined || (returning && Object.is(returning.value, value))) complete(value);
				else awaitValue(host, value, complete, fail);
			} else if (value instanceof Await) {
				awaitThen(value.value, (settled) => resume("next", settled));
			} else if (value instanceof Delegation) {
				startDelegation(value.iterable);
			} else {
				awaitThen(value, give);
			}
		}

		function startDelegation(iterable: unknown): void {
			try {
				const iterator = toAsyncIterator(iterable);
				delegate = { iterator, next: iterator.next };
			} catch (error) {
				resume("throw", error);
				return;
			}
			advance("next", undefined);
		}
		function endDelegation(kind: Kind, value: unknown): void {
			delegate = null;
			resume(kind, value);
		}

		/** Passes a request on to the iterator that `yield*` delegates to. */
		function advance(kind: Kind, value: unknown): void {
			if (!delegate) return;
			const { iterator, next } = delegate;
			const refuse = (error: unknown) => endDelegation("throw", error);
			let answer: unknown;
			try {
				const method = kind === "next" ? next : methodOf(iterator, kind);
				if (!method && kind === "return") {
					awaitValue(host, value, (settled) => endDelegation("return", settled), refuse);
					return;
				}
				if (!method) {
					closeForWantOfThrow(iterator);
					return;
				}
				answer = Reflect.apply(method, iterator, [value]);
			} catch (error) {
				refuse(error);
				return;
			}
			const received = (settled: unknown) => {
				let result: { done?: boolean; value: unknown };
				try {
					const inner = iteratorResult(settled);
					result = { done: inner.done, value: inner.value };
				} catch (error) {
					refuse(error);
					return;
				}
				if (!result.done) give(result.value);
				else endDelegation(kind === "return" ? "return" : "next", result.value);
			};
			awaitValue(host, answer, received, refuse);
		}

		function closeForWantOfThrow(iterator: AnyAsyncIterator): void {
			const violation = () =>
				endDelegation("throw", new TypeError("The iterator does not provide a 'throw' method"));
			const close = methodOf(iterator, "return");
			if (!close) violation();
			else
				awaitValue(host, Reflect.apply(close, iterator, []), violation, (error) =>
					endDelegation("throw", error),
				);
		}

		function drain(): void {
			const request = queue[0];
			if (state === "running" || !request) return;
			const { kind, value } = request;
			if (state === "start" && kind !== "next") state = "completed";
			if (state === "completed") {
				if (kind === "next") complete(undefined);
				else if (kind === "throw") fail(value);
				else {
					state = "running";
					awaitValue(host, value, complete, fail);
				}
				return;
			}
			state = "running";
			const go = delegate ? advance : resume;
			if (kind !== "return") go(kind, value);
			else
				awaitValue(
					host,
					value,
					(settled) => go("return", settled),
					(error) => go("throw", error),
				);
		}

		return {
			request: (kind, value) =>
				new host.Promise((resolve, reject) => {
					queue.push({ kind, value, resolve, reject });
					drain();
				}),
		};
	};
}
