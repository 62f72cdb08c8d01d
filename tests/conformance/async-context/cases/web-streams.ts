import { type Cases, later, storage } from "../case";

async function drain(stream: ReadableStream): Promise<unknown[]> {
	const reader = stream.getReader();
	const chunks = [];
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return chunks;
		chunks.push(value);
	}
}

export const webStreamCases: Cases = {
	"ReadableStream: start and pull": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen: unknown[] = [];
			const stream = new ReadableStream({
				async start() {
					await later();
					seen.push(["start", als.getStore()]);
				},
				async pull(controller) {
					await later();
					seen.push(["pull", als.getStore()]);
					if (seen.length < 4) controller.enqueue(als.getStore());
					else controller.close();
				},
			});
			return [await drain(stream), seen, als.getStore()];
		});
	},
	"ReadableStream: read in a later context": async () => {
		const als = storage();
		const made = als.run(1, () => {
			let n = 0;
			return new ReadableStream({
				pull(controller) {
					if (n++ < 2) controller.enqueue(als.getStore());
					else controller.close();
				},
			});
		});
		await later();
		return als.run(2, async () => [await drain(made), als.getStore()]);
	},
	"ReadableStream: cancel": async () => {
		const als = storage();
		return als.run(1, async () => {
			let seen: unknown;
			const stream = new ReadableStream({
				async cancel() {
					await later();
					seen = als.getStore();
				},
			});
			await stream.cancel();
			return [seen, als.getStore()];
		});
	},
	"ReadableStream: for await": async () => {
		const als = storage();
		return als.run(1, async () => {
			const stream = new ReadableStream({
				start(controller) {
					controller.enqueue("a");
					controller.close();
				},
			});
			const seen = [];
			for await (const chunk of stream) seen.push([chunk, als.getStore()]);
			return seen;
		});
	},
	"ReadableStream.from": async () => {
		const als = storage();
		return als.run(1, async () => {
			async function* stores() {
				yield als.getStore();
				await later();
				yield als.getStore();
			}
			const { from } = ReadableStream as unknown as { from(source: unknown): ReadableStream };
			return drain(Reflect.apply(from, ReadableStream, [stores()]));
		});
	},
	"TransformStream: pipeThrough": async () => {
		const als = storage();
		return als.run(1, async () => {
			const source = new ReadableStream({
				start(controller) {
					controller.enqueue("a");
					controller.enqueue("b");
					controller.close();
				},
			});
			const through = new TransformStream({
				async transform(chunk, controller) {
					await later();
					controller.enqueue([chunk, als.getStore()]);
				},
				flush(controller) {
					controller.enqueue(["flush", als.getStore()]);
				},
			});
			return drain(source.pipeThrough(through));
		});
	},
	"WritableStream: pipeTo": async () => {
		const als = storage();
		return als.run(1, async () => {
			const seen: unknown[] = [];
			const source = new ReadableStream({
				start(controller) {
					controller.enqueue("a");
					controller.close();
				},
			});
			const sink = new WritableStream({
				async write(chunk) {
					await later();
					seen.push([chunk, als.getStore()]);
				},
				close() {
					seen.push(["close", als.getStore()]);
				},
			});
			await source.pipeTo(sink);
			return [seen, als.getStore()];
		});
	},
	"WritableStream: written in another context": async () => {
		const als = storage();
		const seen: unknown[] = [];
		const writer = als.run(1, () =>
			new WritableStream({
				write() {
					seen.push(als.getStore());
				},
			}).getWriter(),
		);
		await later();
		await als.run(2, () => writer.write("x"));
		return seen;
	},
	"ReadableStream: tee": async () => {
		const als = storage();
		return als.run(1, async () => {
			const [a, b] = new ReadableStream({
				start(controller) {
					controller.enqueue("a");
					controller.close();
				},
			}).tee();
			return [await Promise.all([drain(a), drain(b)]), als.getStore()];
		});
	},
	"text through encoder and decoder": async () => {
		const als = storage();
		return als.run(1, async () => {
			const encoded = new Blob(["text"]).stream().pipeThrough(new TextDecoderStream());
			return [await drain(encoded), als.getStore()];
		});
	},
	"Response: body from a stream of ours": async () => {
		const als = storage();
		return als.run(1, async () => {
			let n = 0;
			const body = new ReadableStream({
				async pull(controller) {
					await later();
					if (n++ < 2) controller.enqueue(new TextEncoder().encode(`${als.getStore()}`));
					else controller.close();
				},
			});
			return [await new Response(body).text(), als.getStore()];
		});
	},
	"classes: instanceof, subclass, constructor, name": () => {
		class Mine extends (ReadableStream as unknown as new () => ReadableStream<unknown>) {
			own = true;
		}
		const mine = new Mine();
		const fromHost = new Blob([]).stream();
		return [
			mine.own,
			mine instanceof Mine,
			mine instanceof ReadableStream,
			fromHost instanceof ReadableStream,
			mine.tee()[0].constructor === ReadableStream,
			ReadableStream.name,
			typeof ReadableStream.prototype.getReader,
		];
	},
	"classes: methods of a source by inheritance": async () => {
		const als = storage();
		class Source {
			count = 0;
			pull(controller: ReadableStreamDefaultController) {
				if (this.count++ < 1) controller.enqueue(als.getStore());
				else controller.close();
			}
		}
		return als.run(1, () => drain(new ReadableStream(new Source())));
	},
};
