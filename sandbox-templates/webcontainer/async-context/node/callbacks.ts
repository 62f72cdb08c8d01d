import childProcess from "node:child_process";
import crypto from "node:crypto";
import dns from "node:dns";
import fs from "node:fs";
import zlib from "node:zlib";
import { replaceMethod } from "../core/mirror";
import type { ContextSlot } from "../core/slot";

const DNS = [
	"lookup",
	"lookupService",
	"reverse",
	...Object.keys(dns).filter((name) => name.startsWith("resolve")),
];
const CRYPTO = [
	...["randomBytes", "randomFill", "randomInt", "pbkdf2", "scrypt", "hkdf", "sign", "verify"],
	...["generateKey", "generateKeyPair", "generatePrime", "checkPrime"],
];

/**
 * Makes functions that take their callback last keep the context of the call for it: their answer comes from a native
 * handle, that is from the root.
 */
export function instrumentCallbacks(slot: ContextSlot): void {
	const instrument = (module: object, names: string[]) => {
		for (const name of names) {
			replaceMethod(
				module,
				name,
				(original) =>
					function (this: unknown, ...args: unknown[]) {
						const last = args.length - 1;
						if (last >= 0) args[last] = slot.bindIfFunction(args[last]);
						return Reflect.apply(original, this, args);
					},
			);
		}
	};
	// Whatever has a synchronous twin takes a callback; so do these, which have none.
	const twins = Object.keys(fs).filter((name) => `${name}Sync` in fs);
	instrument(fs, [...twins, "watch", "watchFile"]);
	instrument(
		zlib,
		Object.keys(zlib).filter((name) => `${name}Sync` in zlib),
	);
	instrument(dns, DNS);
	instrument(crypto, CRYPTO);
	instrument(childProcess, ["exec", "execFile"]);
}
