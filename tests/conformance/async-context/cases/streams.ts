import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import stream, { Duplex, finished, PassThrough, pipeline, Readable, Transform, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline as pipelinePromise, finished as whenFinished } from "node:stream/promises";
import { type Cases, callback, later, storage } from "../case";

const sink = () => new Writable({ objectMode: true, write: (_chunk, _encoding, done) => done() });

export const streamCases: Cases = {
	"Readable.from: async generator": async () => {
		const als = storage();
		return als.run(1, async () => {
			async function* stores() {
				yield als.getStore();
				await later();
				yield als.getStore();
			}
			return [await Readable.from(stores()).toArray(), als.getStore()];
		});
	},
	"Readable: for await": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			for await (const chunk of Readable.from(["a", "b"])) seen.push([chunk, als.getStore()]);
			return seen;
		});
	},
	"Readable: data and end": async () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => {
				const seen: unknown[] = [];
				Readable.from(["a", "b"])
					.on("data", (chunk) => seen.push([chunk, als.getStore()]))
					.on("end", () => done([seen, als.getStore()]));
			}),
		);
	},
	"Readable: read is called": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen: unknown[] = [];
			const readable = new Readable({
				read() {
					seen.push(als.getStore());
					setTimeout(() => this.push(seen.length > 2 ? null : "x"), 1);
				},
			});
			return [await text(readable), seen];
		});
	},
	"Readable: map": async () => {
		const als = storage();
		return als.run(1, () =>
			Readable.from([1, 2])
				.map(async (n) => {
					await later();
					return [n, als.getStore()];
				})
				.toArray(),
		);
	},
	"Readable: forEach": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen: unknown[] = [];
			await Readable.from([1, 2, 3]).forEach((n) => void seen.push([n, als.getStore()]));
			return seen;
		});
	},
	"Transform: async transform": async () => {
		const als = storage();
		return als.run(1, async () => {
			const transform = new Transform({
				objectMode: true,
				async transform(chunk, _encoding, done) {
					await later();
					done(null, [chunk, als.getStore()]);
				},
				flush(done) {
					done(null, ["flush", als.getStore()]);
				},
			});
			return Readable.from(["a", "b"]).pipe(transform).toArray();
		});
	},
	"PassThrough: written in another context": async () => {
		const als = storage();
		const pass = new PassThrough();
		const seen = als.run(1, async () => {
			const chunks = [];
			for await (const chunk of pass) chunks.push([String(chunk), als.getStore()]);
			return chunks;
		});
		als.run(2, () => pass.end("x"));
		return seen;
	},
	"Writable: callback of write": async () => {
		const als = storage();
		return als.run(1, () => callback((done) => sink().write("x", () => done(als.getStore()))));
	},
	"Writable: finish": async () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) =>
				sink()
					.on("finish", () => done(als.getStore()))
					.end("x"),
			),
		);
	},
	"pipeline: callback": async () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => pipeline(Readable.from(["a"]), sink(), () => done(als.getStore()))),
		);
	},
	"pipeline: generators": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen: unknown[] = [];
			await pipelinePromise(
				async function* () {
					await later();
					yield ["source", als.getStore()];
				},
				async function* (source) {
					for await (const chunk of source) {
						seen.push(chunk);
						yield ["through", als.getStore()];
					}
				},
				async (source) => {
					for await (const chunk of source) seen.push(chunk);
					await later();
					seen.push(["end", als.getStore()]);
				},
			);
			return [seen, als.getStore()];
		});
	},
	"pipeline: iterable source": async () => {
		const als = storage();
		return als.run(1, async () => {
			async function* source() {
				await later();
				yield als.getStore();
			}
			const pass = new PassThrough({ objectMode: true });
			const chunks = pass.toArray();
			await pipelinePromise(source(), pass);
			return chunks;
		});
	},
	"compose and Duplex.from": async () => {
		const als = storage();
		return als.run(1, async () => {
			const through = async function* (source: AsyncIterable<unknown>) {
				for await (const chunk of source) {
					await later();
					yield [chunk, als.getStore()];
				}
			};
			// Newer than the types of Node.js.
			const { compose } = stream as unknown as { compose(...parts: unknown[]): Readable };
			const composed = compose(Readable.from(["a"]), through as never);
			const duplex = Readable.from(["b"]).pipe(Duplex.from(through as never));
			return [await composed.toArray(), await duplex.toArray()];
		});
	},
	"finished: callback and promise": async () => {
		const als = storage();
		return als.run(1, async () => {
			const stream = sink();
			const seen = callback((done) => finished(stream, () => done(als.getStore())));
			setTimeout(() => stream.end(), 1);
			await whenFinished(stream);
			return [await seen, als.getStore()];
		});
	},
	"file stream: events": async () => {
		const als = storage();
		return als.run(1, () =>
			callback((done) => {
				const seen: unknown[] = [];
				createReadStream(__filename, { end: 10 })
					.on("open", () => seen.push(["open", als.getStore()]))
					.on("data", (chunk) => seen.push([chunk.length, als.getStore()]))
					.on("close", () => done([seen, als.getStore()]));
			}),
		);
	},
	"file stream: for await": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			for await (const chunk of createReadStream(__filename, { end: 10 })) {
				seen.push([chunk.length, als.getStore()]);
			}
			return seen;
		});
	},
	"readline: for await": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen = [];
			const lines = createInterface({ input: Readable.from(["a\nb\n"]) });
			for await (const line of lines) seen.push([line, als.getStore()]);
			return seen;
		});
	},
};
