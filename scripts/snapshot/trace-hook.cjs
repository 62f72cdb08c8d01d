/*
 * Loaded first into every process of the probe (`--require`): writes down each file below node_modules that is read, that
 * Node.js resolves a name to, or whose existence is asked for with success. One path a line, appended to SNAPSHOT_TRACE.
 */
const fs = require("node:fs");
const Module = require("node:module");

const out = process.env.SNAPSHOT_TRACE;
const { appendFileSync, statSync } = fs;
const seen = new Set();
const waiting = [];

function note(place) {
	const file = place instanceof URL ? place.pathname : place;
	if (typeof file !== "string" || !file.includes("/node_modules/") || seen.has(file)) return;
	seen.add(file);
	waiting.push(file);
}

function flush() {
	const files = waiting.splice(0).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
	if (files.length > 0) appendFileSync(out, `${files.join("\n")}\n`);
}

const { _resolveFilename } = Module;
Module._resolveFilename = function (...args) {
	const file = _resolveFilename.apply(this, args);
	note(file);
	return file;
};

const NAMES = ["access", "lstat", "open", "readFile", "readlink", "realpath", "stat"];

for (const name of [...NAMES.map((each) => `${each}Sync`), "existsSync", "createReadStream"]) {
	const native = fs[name];
	fs[name] = Object.assign(function (place, ...args) {
		const value = native.call(this, place, ...args);
		if (value) note(place);
		return value;
	}, native);
}
for (const name of NAMES) {
	const native = fs[name];
	fs[name] = Object.assign(function (place, ...args) {
		const callback = args.at(-1);
		if (typeof callback === "function") {
			args[args.length - 1] = function (error, ...values) {
				if (!error) note(place);
				return callback.call(this, error, ...values);
			};
		}
		return native.call(this, place, ...args);
	}, native);
	const inPromises = fs.promises[name];
	if (typeof inPromises !== "function") continue;
	fs.promises[name] = async function (place, ...args) {
		const value = await inPromises.call(this, place, ...args);
		note(place);
		return value;
	};
}

setInterval(flush, 200).unref();
process.on("exit", flush);
