import { mirror } from "./mirror";
import type { Callable, ContextSlot } from "./slot";

const CALLBACKS = ["start", "pull", "cancel", "write", "close", "abort", "transform", "flush"];
type StreamClass = new (...args: unknown[]) => object;

/**
 * The host calls the sources and sinks of web streams by promise reactions of its own, which do not pass `then`. So
 * they are given the context in which the stream was made; where the stream's user calls them directly, his.
 */
export function instrumentWebStreams(slot: ContextSlot, global: object): void {
	for (const name of ["ReadableStream", "WritableStream", "TransformStream"]) {
		const described = Object.getOwnPropertyDescriptor(global, name);
		const Native = (global as Record<string, unknown>)[name] as StreamClass | undefined;
		if (!Native || !described) continue;
		const Bound = bindConstructor(slot, Native);
		Object.defineProperty(global, name, {
			value: Bound,
			writable: true,
			configurable: true,
			enumerable: described.enumerable ?? false,
		});
	}
	const { ReadableStream } = global as { ReadableStream?: { from?: Callable } };
	const from = ReadableStream?.from;
	if (!ReadableStream || !from) return;
	ReadableStream.from = mirror(from, function (this: unknown, iterable: unknown) {
		return Reflect.apply(from, this, [bindIterable(slot, iterable)]);
	});
}

function bindConstructor(slot: ContextSlot, Native: StreamClass): StreamClass {
	const Bound = new Proxy(Native, {
		construct: (target, [first, ...rest], newTarget) =>
			Reflect.construct(target, [bindCallbacks(slot, first), ...rest], newTarget),
	});
	// `stream.constructor` must be what the program knows under this name, or it would get round the instrumentation.
	Object.defineProperty(Native.prototype, "constructor", {
		value: Bound,
		writable: true,
		configurable: true,
	});
	return Bound;
}

function bindCallbacks(slot: ContextSlot, source: unknown): unknown {
	const frame = slot.current;
	if (frame === null || typeof source !== "object" || source === null) return source;
	const bound: object = Object.create(source);
	for (const name of CALLBACKS) {
		const callback: unknown = (source as Record<string, unknown>)[name];
		if (typeof callback !== "function") continue;
		Object.defineProperty(bound, name, {
			value: (...args: unknown[]) => slot.runFromRoot(frame, callback, source, args),
		});
	}
	return bound;
}

/**
 * An iterable whose iterators run in the context of now where the host asks them for values. Given back unchanged:
 * what is no object, and strings, arrays and bytes, which run no code of their own.
 */
export function bindIterable(slot: ContextSlot, iterable: unknown): unknown {
	const frame = slot.current;
	if (frame === null || typeof iterable !== "object" || iterable === null) return iterable;
	if (Array.isArray(iterable) || ArrayBuffer.isView(iterable)) return iterable;
	const source = iterable as Record<symbol, unknown>;
	const key = [Symbol.asyncIterator, Symbol.iterator].find((symbol) => typeof source[symbol] === "function");
	if (!key) return iterable;
	return {
		[key]() {
			const iterator = Reflect.apply(source[key] as Callable, iterable, []);
			const bound: Record<string, unknown> = {};
			for (const name of ["next", "return", "throw"]) {
				const method: unknown = iterator[name];
				if (typeof method !== "function") continue;
				bound[name] = (...args: unknown[]) => slot.runFromRoot(frame, method, iterator, args);
			}
			return bound;
		},
	};
}
