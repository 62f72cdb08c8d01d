import stream from "node:stream";
import streamPromises from "node:stream/promises";
import zlib from "node:zlib";
import { replaceMethod } from "../core/mirror";
import { bindIterable } from "../core/web-streams";
import type { Origins } from "./emitters";

const OPERATORS = ["map", "filter", "forEach", "flatMap", "some", "every", "find", "reduce"];

/**
 * Node's streams run callbacks and iterators from async functions of their own, whose `await` is native. They are given
 * the context in which the stream was put together.
 */
export function instrumentStreams(origins: Origins): void {
	const { slot } = origins;
	const bindParts = (owner: object, name: string) =>
		replaceMethod(
			owner,
			name,
			(original) =>
				function (this: unknown, ...args: unknown[]) {
					return Reflect.apply(original, this, args.map(bindPart));
				},
		);
	// Of what a pipeline is made of, streams have their own context, and options none.
	const bindPart = (part: unknown): unknown => {
		if (typeof part === "function") return slot.bind(part);
		const isStream = typeof part === "object" && part !== null && ("pipe" in part || "getReader" in part);
		return isStream ? part : bindIterable(slot, part);
	};
	for (const name of ["pipeline", "compose"]) bindParts(stream, name);
	bindParts(streamPromises, "pipeline");
	for (const name of OPERATORS) bindParts(stream.Readable.prototype, name);
	bindParts(stream.Readable, "from");
	bindParts(stream.Duplex, "from");

	// Their work is done by a native handle. All of them share this prototype, which Node.js does not export.
	const zlibBase = Object.getPrototypeOf(Object.getPrototypeOf(zlib.Gzip.prototype)) as object;
	origins.heed(zlibBase);
	origins.claimResults(
		zlib,
		Object.keys(zlib).filter((name) => name.startsWith("create")),
	);
}
