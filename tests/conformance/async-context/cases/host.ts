import { exec, execFile, spawn } from "node:child_process";
import crypto from "node:crypto";
import dns from "node:dns";
import fs from "node:fs";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import zlib from "node:zlib";
import { type Cases, callback, later, storage } from "../case";

const node = process.execPath;

export const hostCases: Cases = {
	"fs: callback": () => {
		const als = storage();
		return als.run(1, () => callback((done) => fs.readFile(__filename, () => done(als.getStore()))));
	},
	"fs: callback with an error": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => fs.stat("/does/not/exist", (error) => done([error?.code, als.getStore()]))),
		);
	},
	"fs: callback without a context": async () => {
		const als = storage();
		const seen = callback((done) => fs.stat(__filename, () => done(als.getStore())));
		return als.run(1, () => seen);
	},
	"fs: await in the callback": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) =>
				fs.stat(__filename, async () => {
					await later();
					done(als.getStore());
				}),
			),
		);
	},
	"fs: promisify": async () => {
		const als = storage();
		return als.run(1, async () => [typeof (await promisify(fs.stat)(__filename)), als.getStore()]);
	},
	"fs: realpath.native and exists": async () => {
		const als = storage();
		return als.run(1, async () => [
			typeof (await promisify(fs.realpath.native)(__filename)),
			await promisify(fs.exists)(__filename),
			als.getStore(),
		]);
	},
	"fs.promises": async () => {
		const als = storage();
		return als.run(1, async () => {
			const handle = await fs.promises.open(__filename);
			const { bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
			await handle.close();
			return [bytesRead, als.getStore()];
		});
	},
	"fs.promises: opendir": async () => {
		const als = storage();
		return als.run(1, async () => {
			for await (const entry of await fs.promises.opendir(__dirname))
				return [typeof entry.name, als.getStore()];
		});
	},
	"zlib: callback": () => {
		const als = storage();
		return als.run(1, () => callback((done) => zlib.gzip("x", () => done(als.getStore()))));
	},
	"zlib: promisify": async () => {
		const als = storage();
		return als.run(1, async () => {
			const packed = await promisify(zlib.deflate)("text");
			return [String(await promisify(zlib.inflate)(packed)), als.getStore()];
		});
	},
	"zlib: stream": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => {
				const seen: unknown[] = [];
				const gzip = zlib.createGzip();
				gzip.on("data", () => seen.push(als.getStore()));
				gzip.on("end", () => done([seen.every((store) => store === 1), als.getStore()]));
				gzip.end("x".repeat(1000));
			}),
		);
	},
	"crypto: randomBytes": () => {
		const als = storage();
		return als.run(1, () => callback((done) => crypto.randomBytes(4, () => done(als.getStore()))));
	},
	"crypto: pbkdf2 and scrypt": async () => {
		const als = storage();
		return als.run(1, async () => [
			await callback((done) => crypto.pbkdf2("a", "b", 1, 8, "sha256", () => done(als.getStore()))),
			await callback((done) => crypto.scrypt("a", "b", 8, () => done(als.getStore()))),
		]);
	},
	"crypto: generateKeyPair": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => crypto.generateKeyPair("ed25519", {}, () => done(als.getStore()))),
		);
	},
	"crypto.subtle": async () => {
		const als = storage();
		return als.run(1, async () => {
			const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(1));
			return [digest.byteLength, als.getStore()];
		});
	},
	"dns: lookup": () => {
		const als = storage();
		return als.run(1, () => callback((done) => dns.lookup("127.0.0.1", () => done(als.getStore()))));
	},
	"dns.promises: lookup": async () => {
		const als = storage();
		return als.run(1, async () => [(await dns.promises.lookup("127.0.0.1")).address, als.getStore()]);
	},
	"child process: exec": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => exec("echo x", (_error, out) => done([out.trim(), als.getStore()]))),
		);
	},
	"child process: promisify(execFile)": async () => {
		const als = storage();
		return als.run(1, async () => {
			const { stdout } = await promisify(execFile)(node, ["-p", "1"]);
			return [stdout.trim(), als.getStore()];
		});
	},
	"child process: spawn": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => {
				const seen: unknown[] = [];
				const child = spawn(node, ["-p", "1"]);
				child.stdout.on("data", () => seen.push(als.getStore()));
				child.on("close", (code) => done([code, seen, als.getStore()]));
			}),
		);
	},
	"worker: message and exit": () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => {
				const seen: unknown[] = [];
				const code = "require('node:worker_threads').parentPort.postMessage(1)";
				const worker = new Worker(code, { eval: true, execArgv: [] });
				worker.on("message", (message) => seen.push([message, als.getStore()]));
				worker.on("exit", () => done([seen, als.getStore(), worker instanceof Worker]));
			}),
		);
	},
};
